using System.Data.Common;
using System.Text.Json.Nodes;
using Dapper;
using PromptLab.Data.Audit;
using PromptLab.Data.Feed;

namespace PromptLab.Data.PendingActions;

/// <summary>The table of pending actions, for the units that write it along with other rows.</summary>
internal static class PendingActionTable
{
    /// <summary>Needs <c>@Now</c>: what has passed its time reads as expired, whether or not that is stored already.</summary>
    public const string Columns =
        """
        id, owner, conversation_id, turn_id, tool, subject, arguments, names, payload, digest, card, partner_id, offer_id,
        CASE WHEN status = 'pending' AND expires_at <= @Now THEN 'expired' ELSE status END AS status,
        created_at, expires_at, decided_by, decided_at, node, attempt, others_digest, write_started_at, approved_at, link_created_at,
        result, reply, cards
        """;

    private const string ReplaceSql =
        $"""
        UPDATE pending_actions SET status = 'replaced', updated_at = @Now
        WHERE conversation_id = @ConversationId AND owner = @Owner AND subject = @Subject AND status = 'pending' AND expires_at > @Now
        RETURNING {Columns}
        """;

    private const string InsertSql =
        """
        INSERT INTO pending_actions
            (id, owner, conversation_id, turn_id, tool, subject, arguments, names, payload, digest, card, partner_id, offer_id,
            status, created_at, expires_at, updated_at)
        VALUES (@Id, @Owner, @ConversationId, @TurnId, @Tool, @Subject, @Arguments, @Names, @Payload, @Digest, @Card, @PartnerId, @OfferId,
            'pending', @Now, @ExpiresAt, @Now)
        """;

    /// <summary>Stores a proposal; an older one on the same subject of the conversation is replaced by it.</summary>
    public static async Task InsertPendingActionAsync(
        this DbConnection connection, NewPendingAction action, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new
        {
            action.Id,
            action.Owner,
            action.ConversationId,
            action.TurnId,
            action.Tool,
            action.Subject,
            action.Arguments,
            action.Names,
            action.Payload,
            action.Digest,
            action.Card,
            action.PartnerId,
            action.OfferId,
            action.ExpiresAt,
            Now = now,
        };
        var replaced = await connection.QueryAsync<PendingActionRow>(new CommandDefinition(ReplaceSql, values, cancellationToken: cancellationToken));
        foreach (var row in replaced)
            await connection.RecordAsync(row, row.Owner, AuditAction.ApprovalReplaced, isConfirmed: false, AuditEntry.Ok, now, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(InsertSql, values, cancellationToken: cancellationToken));
        var entry = new AuditEntry(action.Owner, AuditAction.ApprovalProposed, action.PartnerId, action.OfferId, true, false, AuditEntry.Ok, action.Id);
        await connection.AppendAuditAsync(entry, now, cancellationToken);
        await connection.TellAsync(action.Owner, action.Id, action.ConversationId, PendingActionStatus.Pending, now, cancellationToken);
    }

    private const string EndSql =
        $"""
        UPDATE pending_actions
        SET status = @Status, result = @Result, reply = @Reply, cards = @Cards, node = NULL, lease_until = NULL, updated_at = @Now
        WHERE id = @Id AND status = 'executing' AND attempt = @Attempt
        RETURNING {Columns}
        """;

    /// <summary>Null, and nothing stored, when another process has taken the action over or it has ended already.</summary>
    public static async Task<PendingActionRow?> EndPendingActionAsync(
        this DbConnection connection, PendingActionEnd end, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new { end.Id, end.Attempt, end.Status, end.Result, end.Reply, end.Cards, Now = now };
        var row = await connection.QuerySingleOrDefaultAsync<PendingActionRow>(new CommandDefinition(EndSql, values, cancellationToken: cancellationToken));
        if (row is not null)
            await connection.RecordAsync(row, row.DecidedBy!, AuditAction.ActionFinished, isConfirmed: true, end.Result, now, cancellationToken);
        return row;
    }

    /// <summary>The step in the audit log, and the new status in the feed of who asked for the action.</summary>
    public static async Task RecordAsync(
        this DbConnection connection,
        PendingActionRow row,
        string actor,
        string action,
        bool isConfirmed,
        string result,
        DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await connection.AppendAuditAsync(
            new AuditEntry(actor, action, row.PartnerId, row.OfferId, true, isConfirmed, result, row.Id), now, cancellationToken);
        await connection.TellAsync(row.Owner, row.Id, row.ConversationId, row.Status, now, cancellationToken);
    }

    private static Task TellAsync(
        this DbConnection connection, string owner, Guid id, Guid? conversationId, string status, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var payload = new JsonObject { ["id"] = id, ["conversation_id"] = conversationId, ["status"] = status }.ToJsonString();
        return connection.AppendFeedAsync(owner, FeedKind.PendingAction, payload, now, cancellationToken);
    }
}
