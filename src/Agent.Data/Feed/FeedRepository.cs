using System.Runtime.CompilerServices;
using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Feed;

/// <summary>What happens for a user without a turn of theirs: messages of the agent, alerts, decisions made elsewhere.</summary>
public sealed class FeedRepository(IDatabase database, FeedSignal signal, TimeProvider clock)
{
    private const int LargestBatch = 200;

    /// <summary>A change that no signal told of is seen after this time at the latest.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private const string HeadSql = "SELECT COALESCE(MAX(last_sequence), 0) FROM feed_heads WHERE owner = @Owner";

    /// <summary>The sequence of the newest item; 0 when there is none.</summary>
    public Task<long> HeadAsync(string owner, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.ExecuteScalarAsync<long>(new CommandDefinition(HeadSql, new { Owner = owner }, cancellationToken: token)),
            cancellationToken);

    private const string ReadSql =
        """
        SELECT sequence, kind, payload, created_at FROM feed_items
        WHERE owner = @Owner AND sequence > @After
        ORDER BY sequence
        LIMIT @Take
        """;

    public Task<IReadOnlyList<FeedItem>> ReadAsync(string owner, long after, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                var values = new { Owner = owner, After = after, Take = LargestBatch };
                var rows = await connection.QueryAsync<FeedItem>(new CommandDefinition(ReadSql, values, cancellationToken: token));
                return (IReadOnlyList<FeedItem>)rows.AsList();
            },
            cancellationToken);

    /// <summary>Batches of items after <paramref name="after"/>, as they come, without end.</summary>
    public async IAsyncEnumerable<IReadOnlyList<FeedItem>> FollowAsync(
        string owner, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            var next = signal.NextAsync(owner);
            var items = await ReadAsync(owner, after, cancellationToken);
            if (items.Count > 0)
            {
                yield return items;
                after = items[^1].Sequence;
                continue;
            }

            try
            {
                await next.WaitAsync(LongestWait, clock, cancellationToken);
            }
            catch (TimeoutException)
            {
                // Looks again.
            }
        }
    }
}
