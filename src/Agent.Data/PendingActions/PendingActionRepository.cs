using Dapper;
using PromptLab.Data.Audit;
using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Feed;
using PromptLab.Data.Paging;

namespace PromptLab.Data.PendingActions;

/// <summary>Actions that wait for a person's yes, and what people decided. A decision is one conditional update: it happens once.</summary>
public sealed class PendingActionRepository(IDatabase database, FeedSignal feed, TimeProvider clock)
{
    private const string List = "pending_actions";

    /// <summary>Stores a proposal that did not come from a turn; a turn stores its own with its message.</summary>
    /// <param name="message">Shows it in its conversation; null without one.</param>
    public async Task AddAsync(NewPendingAction action, AgentMessage? message, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await database.WriteAsync(
            async (connection, token) =>
            {
                await connection.InsertPendingActionAsync(action, now, token);
                return message is null || await connection.PostMessageAsync(message, now, token);
            },
            cancellationToken);
        feed.Notify(action.Owner);
    }

    private const string FindSql = $"SELECT {PendingActionTable.Columns} FROM pending_actions WHERE id = @Id";

    /// <summary>Whoever asked for it; the caller decides who may see it.</summary>
    public Task<PendingActionRow?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var values = new { Id = id, Now = clock.GetUtcNow() };
        return database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<PendingActionRow>(
                new CommandDefinition(FindSql, values, cancellationToken: token)),
            cancellationToken);
    }

    private const string ListSql =
        $"""
        SELECT * FROM (
            SELECT {PendingActionTable.Columns} FROM pending_actions
            WHERE id < @After AND (@AnyOwner OR owner = @Owner) AND (@AnyConversation OR conversation_id = @ConversationId)) AS known
        WHERE @AnyStatus OR status = @Status
        ORDER BY id DESC
        LIMIT @Take
        """;

    /// <summary>Newest first.</summary>
    /// <param name="owner">Who asked for them; null for everybody's.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<PendingActionRow>> ListAsync(
        string? owner, Guid? conversationId, string? status, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var values = new
        {
            After = IdCursor.Read(cursor, List),
            AnyOwner = owner is null,
            Owner = owner ?? "",
            AnyConversation = conversationId is null,
            ConversationId = conversationId ?? Guid.Empty,
            AnyStatus = status is null,
            Status = status ?? "",
            Now = clock.GetUtcNow(),
            Take = limit + 1,
        };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<PendingActionRow>(new CommandDefinition(ListSql, values, cancellationToken: token)),
            cancellationToken);
        return Page<PendingActionRow>.Of(rows.AsList(), limit, row => IdCursor.Write(row.Id, List));
    }

    private const string ClaimSql =
        $"""
        UPDATE pending_actions
        SET status = 'executing', decided_by = @Person, decided_at = @Now, node = @Node, lease_until = @Until, attempt = attempt + 1, updated_at = @Now
        WHERE id = @Id AND status = 'pending' AND expires_at > @Now
        RETURNING {PendingActionTable.Columns}
        """;

    /// <summary>A person's yes. Of any number of them one gets the action, to carry it out; null for all others.</summary>
    /// <param name="node">This process, by the name it has again after a restart.</param>
    /// <param name="lease">How long the claim holds without being renewed.</param>
    public Task<PendingActionRow?> ClaimAsync(Guid id, string person, string node, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return DecideAsync(
            ClaimSql, new { Id = id, Person = person, Node = node, Until = now + lease, Now = now }, AuditAction.ApprovalConfirmed, null, now, cancellationToken);
    }

    private const string CancelSql =
        $"""
        UPDATE pending_actions SET status = 'cancelled', decided_by = @Person, decided_at = @Now, updated_at = @Now
        WHERE id = @Id AND status = 'pending' AND expires_at > @Now
        RETURNING {PendingActionTable.Columns}
        """;

    /// <summary>A person's no. Null when there is nothing to decide any more.</summary>
    /// <param name="message">Tells it in the conversation; null when a turn does that.</param>
    public Task<PendingActionRow?> CancelAsync(Guid id, string person, AgentMessage? message, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return DecideAsync(CancelSql, new { Id = id, Person = person, Now = now }, AuditAction.ApprovalCancelled, message, now, cancellationToken);
    }

    private const string ExpireSql =
        $"""
        UPDATE pending_actions SET status = 'expired', updated_at = @Now
        WHERE status = 'pending' AND expires_at <= @Now
        RETURNING {PendingActionTable.Columns}
        """;

    /// <summary>Stores what has passed its time as expired.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ExpireAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var expired = await database.WriteAsync(
            async (connection, token) =>
            {
                var rows = await connection.QueryAsync<PendingActionRow>(new CommandDefinition(ExpireSql, new { Now = now }, cancellationToken: token));
                var ordered = rows.OrderBy(row => row.Owner, StringComparer.Ordinal).ToList();
                foreach (var row in ordered)
                    await connection.RecordAsync(row, row.Owner, AuditAction.ApprovalExpired, isConfirmed: false, AuditEntry.Ok, now, token);
                return ordered;
            },
            cancellationToken);
        foreach (var row in expired)
            feed.Notify(row.Owner);
        return expired.Count;
    }

    private async Task<PendingActionRow?> DecideAsync(
        string sql, object values, string action, AgentMessage? message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var decided = await database.WriteAsync(
            async (connection, token) =>
            {
                var row = await connection.QuerySingleOrDefaultAsync<PendingActionRow>(new CommandDefinition(sql, values, cancellationToken: token));
                if (row is null)
                    return null;
                await connection.RecordAsync(row, row.DecidedBy!, action, action == AuditAction.ApprovalConfirmed, AuditEntry.Ok, now, token);
                if (message is not null)
                    await connection.PostMessageAsync(message, now, token);
                return row;
            },
            cancellationToken);
        if (decided is not null)
            feed.Notify(decided.Owner);
        return decided;
    }
}
