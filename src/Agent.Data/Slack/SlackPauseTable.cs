using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Slack;

/// <summary>Until when a channel, or the whole workspace, is left in peace; all nodes keep to it.</summary>
internal static class SlackPauseTable
{
    public const string Workspace = "*";

    private const string TakeSql =
        """
        INSERT INTO slack_pauses (channel, free_at) VALUES (@Channel, @Next)
        ON CONFLICT (channel) DO UPDATE SET free_at = excluded.free_at WHERE slack_pauses.free_at <= @Now
        """;

    private const string FreeSql = "SELECT MAX(free_at) FROM slack_pauses WHERE channel IN (@Channel, @Workspace) AND free_at > @Now";

    /// <summary>Takes the channel's next moment. Null when it is taken, otherwise when there is one again.</summary>
    public static async Task<DateTimeOffset?> TakeSlackMomentAsync(
        this DbConnection connection, string channel, DateTimeOffset now, TimeSpan pace, CancellationToken cancellationToken)
    {
        var values = new { Channel = channel, Workspace, Next = now + pace, Now = now };
        if (await FreeAsync(connection, values, cancellationToken) is { } later)
            return later;
        return await connection.ExecuteAsync(new CommandDefinition(TakeSql, values, cancellationToken: cancellationToken)) == 1
            ? null
            : await FreeAsync(connection, values, cancellationToken) ?? now + pace;
    }

    private const string PauseSql =
        """
        INSERT INTO slack_pauses (channel, free_at) VALUES (@Workspace, @Until)
        ON CONFLICT (channel) DO UPDATE SET free_at = excluded.free_at WHERE slack_pauses.free_at < excluded.free_at
        """;

    /// <summary>Nothing is sent to Slack before then.</summary>
    public static Task PauseSlackAsync(this DbConnection connection, DateTimeOffset until, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(PauseSql, new { Workspace, Until = until }, cancellationToken: cancellationToken));

    private static Task<DateTimeOffset?> FreeAsync(DbConnection connection, object values, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<DateTimeOffset?>(new CommandDefinition(FreeSql, values, cancellationToken: cancellationToken));
}
