using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Operators;

namespace PromptLab.Data.Slack;

/// <summary>
/// The outbox for Slack. A row is how a message is to look; what is sent is always the newest state of it, so a message that changes
/// faster than Slack likes skips states instead of falling behind.
/// </summary>
public sealed class SlackMessageRepository(IDatabase database, OperatorDesk operators, TimeProvider clock)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    /// <summary>Tells that something may be sent.</summary>
    public SlackSignal News { get; } = new();

    /// <summary>Posts a message, or changes the one that stands under the key.</summary>
    public async Task PutAsync(NewSlackMessage message, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await database.WriteAsync(
            async (connection, token) =>
            {
                await connection.PutSlackMessageAsync(message, now, token);
                return true;
            },
            cancellationToken);
        News.Notify();
    }

    private const string ToDoSql =
        """
        SELECT id FROM slack_messages AS message
        WHERE status = 'pending' AND available_at <= @Now AND (sent_version > 0 OR NOT EXISTS (
            SELECT 1 FROM slack_messages AS earlier
            WHERE earlier.channel = message.channel AND earlier.status = 'pending' AND earlier.sent_version = 0 AND earlier.id < message.id
                AND COALESCE(earlier.thread_ts, '') = COALESCE(message.thread_ts, '')))
        ORDER BY available_at, id
        LIMIT @Limit
        """;

    /// <summary>What may be sent now; of the new messages of a thread the first.</summary>
    public Task<IReadOnlyList<Guid>> ToDoAsync(int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                var values = new { Now = clock.GetUtcNow(), Limit = limit };
                var ids = await connection.QueryAsync<Guid>(new CommandDefinition(ToDoSql, values, cancellationToken: token));
                return (IReadOnlyList<Guid>)ids.AsList();
            },
            cancellationToken);

    private const string ChannelSql = "SELECT channel FROM slack_messages WHERE id = @Id AND status = 'pending' AND available_at <= @Now";

    private const string DelaySql = "UPDATE slack_messages SET available_at = @At WHERE id = @Id AND status = 'pending' AND available_at <= @Now";

    // What the claim finds uncertain stays so; a first post becomes uncertain by being claimed.
    private const string ClaimSql =
        $"""
        UPDATE slack_messages SET node = @Node, claim = claim + 1, available_at = @Until
        WHERE id = @Id AND status = 'pending' AND available_at <= @Now
        RETURNING {SlackMessageTable.Columns}
        """;

    private const string UncertainSql = "UPDATE slack_messages SET is_uncertain = TRUE WHERE id = @Id AND ts IS NULL AND response_url IS NULL";

    /// <summary>Takes a message for one attempt, and with it the channel's next moment. Null when either is taken.</summary>
    /// <param name="pace">How long the channel then rests.</param>
    public Task<SlackMessageRow?> ClaimAsync(Guid id, string node, TimeSpan lease, TimeSpan pace, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            async (connection, token) =>
            {
                var values = new { Id = id, Node = node, Until = now + lease, Now = now };
                if (await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(ChannelSql, values, cancellationToken: token)) is not { } channel)
                    return null;
                if (await connection.TakeSlackMomentAsync(channel, now, pace, token) is { } later)
                {
                    await connection.ExecuteAsync(new CommandDefinition(DelaySql, new { Id = id, At = later, Now = now }, cancellationToken: token));
                    return null;
                }

                var row = await connection.QuerySingleOrDefaultAsync<SlackMessageRow>(new CommandDefinition(ClaimSql, values, cancellationToken: token));
                await connection.ExecuteAsync(new CommandDefinition(UncertainSql, values, cancellationToken: token));
                return row;
            },
            cancellationToken);
    }

    /// <summary>Slack has the claimed version.</summary>
    public Task<bool> SentAsync(SlackMessageRow held, string? ts, CancellationToken cancellationToken) =>
        ChangeAsync(held with { Ts = ts, SentVersion = held.Version, Attempts = 0, IsUncertain = false }, TimeSpan.Zero, null, cancellationToken);

    /// <summary>It is tried again after a pause.</summary>
    /// <param name="isUncertain">Slack may have it nevertheless.</param>
    public Task<bool> PutBackAsync(SlackMessageRow held, TimeSpan pause, string error, bool isUncertain, CancellationToken cancellationToken) =>
        ChangeAsync(held with { Attempts = held.Attempts + 1, IsUncertain = isUncertain }, pause, error, cancellationToken);

    /// <summary>Slack wants to be left in peace: nothing is sent before then.</summary>
    public Task<bool> PauseAsync(SlackMessageRow held, TimeSpan pause, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            async (connection, token) =>
            {
                await connection.PauseSlackAsync(now + pause, token);
                return await connection.ChangeSlackMessageAsync(held, now + pause, "Slack asked to wait.", isOver: false, now, token);
            },
            cancellationToken);
    }

    /// <summary>Gives up; the operators are told, unless there is nothing for them to do.</summary>
    public async Task<bool> FailAsync(SlackMessageRow held, string error, OperatorNotice? notice, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isFailed = await database.WriteAsync(
            async (connection, token) =>
            {
                if (!await connection.ChangeSlackMessageAsync(held, now, error, isOver: true, now, token))
                    return false;
                if (notice is not null)
                    await operators.TellAsync(connection, notice, without: null, now, token);
                return true;
            },
            cancellationToken);
        operators.Told();
        return isFailed;
    }

    private const string TakeOverSql =
        "UPDATE slack_messages SET available_at = @Now WHERE status = 'pending' AND available_at > @Now AND node <> @Node AND last_error IS NULL";

    /// <summary>For a process that is the only one: what the last one was sending need not wait for its lease.</summary>
    public Task<int> TakeOverAsync(string node, CancellationToken cancellationToken)
    {
        var values = new { Node = node, Now = clock.GetUtcNow() };
        return database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(TakeOverSql, values, cancellationToken: token)), cancellationToken);
    }

    private const string ForgetConfirmationsSql = "DELETE FROM slack_confirmations WHERE message_id < @Before";

    private const string ForgetSql = "DELETE FROM slack_messages WHERE id < @Before AND status <> 'pending'";

    /// <summary>Forgets what is older than anything that still changes; Slack and the conversation keep it. Ids grow with time.</summary>
    public Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var values = new { Before = Guid.CreateVersion7(clock.GetUtcNow() - Kept) };
        return database.WriteAsync(
            async (connection, token) =>
            {
                await connection.ExecuteAsync(new CommandDefinition(ForgetConfirmationsSql, values, cancellationToken: token));
                return await connection.ExecuteAsync(new CommandDefinition(ForgetSql, values, cancellationToken: token));
            },
            cancellationToken);
    }

    private Task<bool> ChangeAsync(SlackMessageRow changed, TimeSpan pause, string? error, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            (connection, token) => connection.ChangeSlackMessageAsync(changed, now + pause, error, isOver: false, now, token), cancellationToken);
    }
}
