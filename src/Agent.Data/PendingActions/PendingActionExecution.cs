using Dapper;
using PromptLab.Data.Audit;
using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Feed;

namespace PromptLab.Data.PendingActions;

/// <summary>
/// Actions that are being carried out. What is reached is stored before the next step, so that whoever takes over after a crash
/// knows how far it came; a process that lost its claim can store nothing more.
/// </summary>
public sealed class PendingActionExecution(IDatabase database, FeedSignal feed, TimeProvider clock)
{
    private const string RenewSql =
        "UPDATE pending_actions SET lease_until = @Until WHERE id = @Id AND status = 'executing' AND attempt = @Attempt";

    /// <summary>False when the claim is lost.</summary>
    public async Task<bool> RenewAsync(Guid id, int attempt, TimeSpan lease, CancellationToken cancellationToken)
    {
        var values = new { Id = id, Attempt = attempt, Until = clock.GetUtcNow() + lease };
        return await database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(RenewSql, values, cancellationToken: token)), cancellationToken) == 1;
    }

    private const string StepSql =
        $"""
        UPDATE pending_actions
        SET write_started_at = CASE WHEN @Step = 'write' THEN @Now ELSE write_started_at END,
            others_digest = CASE WHEN @Step = 'write' THEN @OthersDigest ELSE others_digest END,
            approved_at = CASE WHEN @Step = 'approved' THEN @Now ELSE approved_at END,
            link_created_at = CASE WHEN @Step = 'link' THEN @Now ELSE link_created_at END,
            updated_at = @Now
        WHERE id = @Id AND status = 'executing' AND attempt = @Attempt
        RETURNING {PendingActionTable.Columns}
        """;

    /// <summary>Stores what was reached, here and in the audit log. False, and nothing stored, when the claim is lost.</summary>
    /// <param name="othersDigest">With <see cref="PendingActionStep.WriteStarted"/>: what was set for all other partners before.</param>
    public Task<bool> ReachAsync(
        PendingActionRow action, PendingActionStep step, string othersDigest, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var (name, entry) = step switch
        {
            PendingActionStep.WriteStarted => ("write", AuditAction.ApprovalStarted),
            PendingActionStep.Approved => ("approved", AuditAction.PartnerApproved),
            _ => ("link", AuditAction.LinkCreated),
        };
        var values = new { action.Id, action.Attempt, Step = name, OthersDigest = othersDigest, Now = now };
        return database.WriteAsync(
            async (connection, token) =>
            {
                var row = await connection.QuerySingleOrDefaultAsync<PendingActionRow>(new CommandDefinition(StepSql, values, cancellationToken: token));
                if (row is null)
                    return false;
                var audit = new AuditEntry(row.DecidedBy!, entry, row.PartnerId, row.OfferId, true, true, AuditEntry.Ok, row.Id);
                await connection.AppendAuditAsync(audit, now, token);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Stores the end, tells it in the conversation and, when the state had changed, puts a new proposal there, all at once.</summary>
    /// <param name="message">Null when there is no conversation to tell it in.</param>
    /// <returns>False, and nothing stored, when the claim is lost.</returns>
    public async Task<bool> EndAsync(
        PendingActionEnd end, AgentMessage? message, NewPendingAction? next, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ended = await database.WriteAsync(
            async (connection, token) =>
            {
                if (await connection.EndPendingActionAsync(end, now, token) is not { } row)
                    return null;
                if (next is not null)
                    await connection.InsertPendingActionAsync(next, now, token);
                if (message is not null)
                    await connection.PostMessageAsync(message, now, token);
                return row;
            },
            cancellationToken);
        if (ended is not null)
            feed.Notify(ended.Owner);
        return ended is not null;
    }

    private const string AbandonedSql =
        $"""
        SELECT {PendingActionTable.Columns} FROM pending_actions
        WHERE status = 'executing' AND (lease_until <= @Now OR node = @Node)
        ORDER BY id
        """;

    private const string TakeSql =
        $"""
        UPDATE pending_actions SET attempt = attempt + 1, node = @Node, lease_until = @Until, updated_at = @Now
        WHERE id = @Id AND status = 'executing' AND attempt = @Attempt
        RETURNING {PendingActionTable.Columns}
        """;

    /// <summary>Takes over what nobody carries out any more: claims that ran out and, at its start, what this node's last life left.</summary>
    /// <param name="lastLife">The node's name at its start, null later.</param>
    public async Task<IReadOnlyList<PendingActionRow>> TakeAbandonedAsync(
        string? lastLife, string node, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var abandoned = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<PendingActionRow>(
                new CommandDefinition(AbandonedSql, new { Now = now, Node = lastLife ?? "" }, cancellationToken: token)),
            cancellationToken);
        var taken = new List<PendingActionRow>();
        foreach (var row in abandoned)
        {
            var values = new { row.Id, row.Attempt, Node = node, Until = now + lease, Now = now };
            var mine = await database.WriteAsync(
                async (connection, token) =>
                {
                    var claimed = await connection.QuerySingleOrDefaultAsync<PendingActionRow>(
                        new CommandDefinition(TakeSql, values, cancellationToken: token));
                    if (claimed is not null)
                        await connection.RecordAsync(claimed, claimed.DecidedBy!, AuditAction.ActionRecovered, isConfirmed: true, AuditEntry.Ok, now, token);
                    return claimed;
                },
                cancellationToken);
            if (mine is not null)
                taken.Add(mine);
        }

        return taken;
    }
}
