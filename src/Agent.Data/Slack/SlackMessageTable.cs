using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Slack;

/// <summary>The messages that stand, or are to stand, in Slack.</summary>
internal static class SlackMessageTable
{
    public const string Columns =
        "id, channel, thread_ts, response_url, content, source, version, sent_version, ts, claim, attempts, is_uncertain, created_at";

    // Waits that a claim or Slack itself has set are not shortened: two processes must not write the same message at once.
    private const string PutSql =
        """
        INSERT INTO slack_messages (id, key, channel, thread_ts, response_url, content, source, status, available_at, created_at, updated_at)
        VALUES (@Id, @Key, @Channel, @Thread, @ResponseUrl, @Content, @Source, 'pending', @Now, @Now, @Now)
        ON CONFLICT (key) DO UPDATE SET content = excluded.content, source = excluded.source, version = slack_messages.version + 1,
            available_at = CASE WHEN slack_messages.status = 'pending' THEN slack_messages.available_at ELSE excluded.available_at END,
            status = CASE WHEN slack_messages.status = 'failed' THEN 'failed' ELSE 'pending' END, updated_at = excluded.updated_at
        WHERE slack_messages.content <> excluded.content OR COALESCE(slack_messages.source, '') <> COALESCE(excluded.source, '')
        RETURNING id
        """;

    private const string ShowSql =
        """
        INSERT INTO slack_confirmations (message_id, action_id, shown) VALUES (@Message, @Action, @Shown)
        ON CONFLICT (message_id, action_id) DO UPDATE SET shown = excluded.shown
        """;

    public static async Task PutSlackMessageAsync(
        this DbConnection connection, NewSlackMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new
        {
            Id = Guid.CreateVersion7(now),
            message.Key,
            message.Channel,
            message.Thread,
            message.ResponseUrl,
            message.Content,
            message.Source,
            Now = now,
        };
        if (await connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(PutSql, values, cancellationToken: cancellationToken)) is not { } id)
            return;
        foreach (var (action, shown) in message.Confirmations)
            await connection.ExecuteAsync(new CommandDefinition(ShowSql, new { Message = id, Action = action, Shown = shown }, cancellationToken: cancellationToken));
    }

    private const string ChangeSql =
        """
        UPDATE slack_messages
        SET sent_version = @SentVersion, ts = @Ts, attempts = @Attempts, is_uncertain = @IsUncertain, available_at = @At, last_error = @Error,
            status = CASE WHEN @IsOver THEN 'failed' WHEN version > @SentVersion THEN 'pending' ELSE 'sent' END, updated_at = @Now
        WHERE id = @Id AND claim = @Claim AND status = 'pending'
        """;

    /// <summary>What came of a claim. False when it was lost.</summary>
    public static async Task<bool> ChangeSlackMessageAsync(
        this DbConnection connection, SlackMessageRow row, DateTimeOffset at, string? error, bool isOver, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new
        {
            row.Id,
            row.Claim,
            row.SentVersion,
            row.Ts,
            row.Attempts,
            row.IsUncertain,
            At = at,
            Error = error,
            IsOver = isOver,
            Now = now,
        };
        return await connection.ExecuteAsync(new CommandDefinition(ChangeSql, values, cancellationToken: cancellationToken)) == 1;
    }
}
