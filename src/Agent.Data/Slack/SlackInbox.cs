using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Slack;

/// <summary>
/// What came from Slack, or is on its way there: stored before it is acknowledged, claimed for a lease by whoever works it off, in
/// order within a thread.
/// </summary>
public sealed class SlackInbox(IDatabase database, SlackSignal signal, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);

    /// <summary>False when the key was taken in before.</summary>
    public async Task<bool> TakeInAsync(NewSlackTask task, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isNew = await database.WriteAsync((connection, token) => connection.InsertSlackTaskAsync(task, now, token), cancellationToken);
        if (isNew)
            signal.Notify();
        return isNew;
    }

    private const string ToDoSql =
        """
        SELECT id FROM slack_inbox AS task
        WHERE status = 'pending' AND available_at <= @Now AND NOT EXISTS (
            SELECT 1 FROM slack_inbox AS earlier
            WHERE earlier.thread = task.thread AND earlier.status = 'pending' AND (earlier.place, earlier.id) < (task.place, task.id))
        ORDER BY available_at, id
        LIMIT @Limit
        """;

    /// <summary>What may be begun now: the first of each thread.</summary>
    public Task<IReadOnlyList<Guid>> ToDoAsync(int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                var values = new { Now = clock.GetUtcNow(), Limit = limit };
                var ids = await connection.QueryAsync<Guid>(new CommandDefinition(ToDoSql, values, cancellationToken: token));
                return (IReadOnlyList<Guid>)ids.AsList();
            },
            cancellationToken);

    private const string ClaimSql =
        $"""
        UPDATE slack_inbox SET node = @Node, attempts = attempts + 1, available_at = @Until
        WHERE id = @Id AND status = 'pending' AND available_at <= @Now
        RETURNING {SlackInboxTable.Columns}
        """;

    /// <summary>Null when another process has it.</summary>
    public Task<SlackTaskRow?> ClaimAsync(Guid id, string node, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var values = new { Id = id, Node = node, Until = now + lease, Now = now };
        return database.WriteAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<SlackTaskRow>(new CommandDefinition(ClaimSql, values, cancellationToken: token)),
            cancellationToken);
    }

    private const string RenewSql =
        "UPDATE slack_inbox SET available_at = @At WHERE id = @Id AND status = 'pending' AND attempts = @Attempts";

    /// <summary>Keeps the claim, or gives it up for a while after a failure.</summary>
    public Task HoldAsync(SlackTaskRow task, TimeSpan until, CancellationToken cancellationToken) =>
        WriteAsync(RenewSql, new { task.Id, task.Attempts, At = clock.GetUtcNow() + until }, cancellationToken);

    private const string PutOffSql =
        "UPDATE slack_inbox SET available_at = @At, attempts = 0 WHERE id = @Id AND status = 'pending' AND attempts = @Attempts";

    /// <summary>Gives the claim up for a while because it is not yet time, which is no failure: its attempts are counted anew.</summary>
    public Task PutOffAsync(SlackTaskRow task, TimeSpan until, CancellationToken cancellationToken) =>
        WriteAsync(PutOffSql, new { task.Id, task.Attempts, At = clock.GetUtcNow() + until }, cancellationToken);

    private const string FinishSql =
        "UPDATE slack_inbox SET status = 'done', finished_at = @At WHERE id = @Id AND status = 'pending'";

    public async Task FinishAsync(SlackTaskRow task, CancellationToken cancellationToken)
    {
        await WriteAsync(FinishSql, new { task.Id, At = clock.GetUtcNow() }, cancellationToken);
        signal.Notify();
    }

    private const string DropSql = "DELETE FROM slack_inbox WHERE id = @Id";

    /// <summary>Keeps nothing of it.</summary>
    public Task DropAsync(SlackTaskRow task, CancellationToken cancellationToken) => WriteAsync(DropSql, new { task.Id }, cancellationToken);

    private const string TakeOverSql = "UPDATE slack_inbox SET available_at = @At WHERE status = 'pending' AND available_at > @At AND node <> @Node";

    /// <summary>For a process that is the only one: what the last one held need not wait for its lease.</summary>
    public Task TakeOverAsync(string node, CancellationToken cancellationToken) =>
        WriteAsync(TakeOverSql, new { Node = node, At = clock.GetUtcNow() }, cancellationToken);

    private const string ForgetSql = "DELETE FROM slack_inbox WHERE finished_at < @At";

    /// <summary>Forgets what was done long after the last time that Slack repeats an event.</summary>
    public Task ForgetAsync(CancellationToken cancellationToken) =>
        WriteAsync(ForgetSql, new { At = clock.GetUtcNow() - Kept }, cancellationToken);

    private Task<int> WriteAsync(string sql, object values, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: token)), cancellationToken);
}
