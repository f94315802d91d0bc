using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Slack;

/// <summary>Messages posted with an API key, each in its owner's own channels.</summary>
public sealed class SlackPostRepository(IDatabase database, SlackSignal signal, TimeProvider clock)
{
    private const string Columns = "owner, channel, ts, thread_ts, text, turn_id, problem, edited_ts";

    private const string InsertSql =
        $"""
        INSERT INTO slack_posts (owner, channel, ts, thread_ts, text, turn_id, created_at)
        VALUES (@Owner, @Channel, @Ts, @ThreadTs, @Text, @Turn, @Now)
        ON CONFLICT (owner, channel, ts) DO NOTHING
        RETURNING {Columns}
        """;

    /// <summary>Stores a post and what it asks in one transaction. Its timestamp is now, or the next one that is free in its channel.</summary>
    /// <param name="thread">Null begins a thread.</param>
    /// <param name="task">What is to be worked off for it.</param>
    public async Task<SlackPostRow> AddAsync(
        string owner, string channel, string? thread, string text, Func<SlackPostRow, NewSlackTask> task, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var turn = Guid.CreateVersion7(now);
        var post = await database.WriteAsync(
            async (connection, token) =>
            {
                for (var at = SlackTimestamp.Microseconds(now); ; at++)
                {
                    var ts = SlackTimestamp.Of(at);
                    var values = new { Owner = owner, Channel = channel, Ts = ts, ThreadTs = thread ?? ts, Text = text, Turn = turn, Now = now };
                    var row = await connection.QuerySingleOrDefaultAsync<SlackPostRow>(new CommandDefinition(InsertSql, values, cancellationToken: token));
                    if (row is null)
                        continue;
                    await connection.InsertSlackTaskAsync(task(row), now, token);
                    return row;
                }
            },
            cancellationToken);
        signal.Notify();
        return post;
    }

    private const string FindSql = $"SELECT {Columns} FROM slack_posts WHERE owner = @Owner AND channel = @Channel AND ts = @Ts";

    public Task<SlackPostRow?> FindAsync(string owner, string channel, string ts, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<SlackPostRow>(
                new CommandDefinition(FindSql, new { Owner = owner, Channel = channel, Ts = ts }, cancellationToken: token)),
            cancellationToken);

    private const string ThreadSql =
        $"""
        SELECT {Columns} FROM slack_posts
        WHERE owner = @Owner AND channel = @Channel AND thread_ts = @Thread
        ORDER BY ts
        """;

    /// <summary>Oldest first.</summary>
    public Task<IReadOnlyList<SlackPostRow>> InThreadAsync(string owner, string channel, string thread, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                var values = new { Owner = owner, Channel = channel, Thread = thread };
                return (IReadOnlyList<SlackPostRow>)(await connection.QueryAsync<SlackPostRow>(
                    new CommandDefinition(ThreadSql, values, cancellationToken: token))).AsList();
            },
            cancellationToken);

    private const string HistorySql =
        $"""
        SELECT {Columns} FROM slack_posts
        WHERE owner = @Owner AND channel = @Channel AND ts = thread_ts AND ts < @Before AND ts > @After
        ORDER BY ts DESC
        LIMIT @Take
        """;

    /// <summary>First messages of threads, newest first.</summary>
    public Task<IReadOnlyList<SlackPostRow>> HistoryAsync(
        string owner, string channel, string before, string after, int take, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                var values = new { Owner = owner, Channel = channel, Before = before, After = after, Take = take };
                return (IReadOnlyList<SlackPostRow>)(await connection.QueryAsync<SlackPostRow>(
                    new CommandDefinition(HistorySql, values, cancellationToken: token))).AsList();
            },
            cancellationToken);

    private const string RecentSql = "SELECT COUNT(*) AS count, MIN(created_at) AS first FROM slack_posts WHERE owner = @Owner AND created_at > @Since";

    /// <summary>How many posts the owner made since a moment, and when the first of them was.</summary>
    public Task<SlackPostCount> CountAsync(string owner, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleAsync<SlackPostCount>(
                new CommandDefinition(RecentSql, new { Owner = owner, Since = since }, cancellationToken: token)),
            cancellationToken);

    private const string EditSql =
        $"""
        UPDATE slack_posts SET text = @Text, edited_ts = @Edited
        WHERE owner = @Owner AND channel = @Channel AND ts = @Ts
        RETURNING {Columns}
        """;

    /// <summary>Null when there is no such post.</summary>
    public Task<SlackPostRow?> EditAsync(string owner, string channel, string ts, string text, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, Channel = channel, Ts = ts, Text = text, Edited = SlackTimestamp.Of(clock.GetUtcNow()) };
        return database.WriteAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<SlackPostRow>(new CommandDefinition(EditSql, values, cancellationToken: token)),
            cancellationToken);
    }

    private const string AnswerSql = "UPDATE slack_posts SET turn_id = @Turn WHERE owner = @Owner AND channel = @Channel AND ts = @Ts";

    /// <summary>Another turn than the one that was meant for it answers the post.</summary>
    public Task AnswerByAsync(string owner, string channel, string ts, Guid turn, CancellationToken cancellationToken) =>
        WriteAsync(AnswerSql, new { Owner = owner, Channel = channel, Ts = ts, Turn = turn }, cancellationToken);

    // A turn that was meant for it and never began answers nothing.
    private const string FailSql =
        """
        UPDATE slack_posts SET problem = @Problem, turn_id = (SELECT id FROM turns WHERE turns.id = slack_posts.turn_id)
        WHERE owner = @Owner AND channel = @Channel AND ts = @Ts
        """;

    /// <param name="problem">Why the post has no whole answer.</param>
    public Task FailAsync(string owner, string channel, string ts, string problem, CancellationToken cancellationToken) =>
        WriteAsync(FailSql, new { Owner = owner, Channel = channel, Ts = ts, Problem = problem }, cancellationToken);

    private Task<int> WriteAsync(string sql, object values, CancellationToken cancellationToken) => database.WriteAsync(
        (connection, token) => connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: token)), cancellationToken);
}
