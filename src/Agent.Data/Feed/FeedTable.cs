using System.Data.Common;
using Dapper;
using Npgsql;

namespace PromptLab.Data.Feed;

/// <summary>The tables of the feed, for the units that append to it along with other rows.</summary>
internal static class FeedTable
{
    public const string Channel = "promptlab_feed";
    private const int Kept = 10_000;

    private const string NextSql =
        """
        INSERT INTO feed_heads (owner, last_sequence) VALUES (@Owner, 1)
        ON CONFLICT (owner) DO UPDATE SET last_sequence = feed_heads.last_sequence + 1
        RETURNING last_sequence
        """;

    private const string InsertSql =
        """
        INSERT INTO feed_items (owner, sequence, kind, payload, created_at)
        VALUES (@Owner, @Sequence, @Kind, @Payload, @Now)
        """;

    private const string ForgetSql = "DELETE FROM feed_items WHERE owner = @Owner AND sequence <= @Sequence - @Kept";

    private const string NotifySql = $"SELECT pg_notify('{Channel}', @Owner)";

    /// <summary>
    /// The owner's head row is locked until the commit, so sequences become visible in order. On PostgreSQL every node hears of it
    /// at the commit; on SQLite the caller tells <see cref="FeedSignal"/> afterwards. A unit that appends for several owners does so
    /// in the order of their names.
    /// </summary>
    public static async Task AppendFeedAsync(
        this DbConnection connection, string owner, string kind, string payload, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var sequence = await connection.ExecuteScalarAsync<long>(new CommandDefinition(NextSql, new { Owner = owner }, cancellationToken: cancellationToken));
        var values = new { Owner = owner, Sequence = sequence, Kind = kind, Payload = payload, Now = now };
        await connection.ExecuteAsync(new CommandDefinition(InsertSql, values, cancellationToken: cancellationToken));
        await connection.ExecuteAsync(new CommandDefinition(ForgetSql, new { Owner = owner, Sequence = sequence, Kept }, cancellationToken: cancellationToken));
        if (connection is NpgsqlConnection)
            await connection.ExecuteAsync(new CommandDefinition(NotifySql, new { Owner = owner }, cancellationToken: cancellationToken));
    }
}
