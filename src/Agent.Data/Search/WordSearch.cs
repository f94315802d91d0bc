using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Search;

/// <summary>
/// How the newest rows that have all of some words are found. SQLite's index is in the order of the list. PostgreSQL's knows no order: it is asked for
/// the time in which the rarest filter has some rows, and for longer if that is not enough.
/// </summary>
/// <param name="Sqlite">By <c>Words</c>: lower-case, spaces between.</param>
/// <param name="PostgresRecent"><see cref="RecentRows"/> of each filter.</param>
/// <param name="Postgres">By <c>Words</c> and <c>Times</c>, which has words of a <see cref="SearchTime"/>.</param>
internal sealed record WordSearch(string Sqlite, string PostgresRecent, string Postgres)
{
    /// <summary>Read once, not for every row; hidden from the planner, which would add indexes that find all of an owner's rows.</summary>
    public const string PostgresWords = "words @@ (SELECT plainto_tsquery('simple', @Words) && CAST(@Times AS tsquery)) OFFSET 0";

    /// <summary>All that may be asked of a database.</summary>
    public IReadOnlyList<string> Texts(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite ? [Sqlite] : [PostgresRecent, Postgres];

    /// <param name="from">The first instant of the list.</param>
    public Task<List<T>> FindAsync<T>(
        IDatabase database, string owner, object values, DateTimeOffset from, int take, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => database.Provider == DatabaseProvider.Sqlite
                ? ReadAsync<T>(connection, Sqlite, values, token)
                : FindStepwiseAsync<T>(connection, owner, values, from, take, token),
            cancellationToken);

    private async Task<List<T>> FindStepwiseAsync<T>(
        DbConnection connection, string owner, object values, DateTimeOffset from, int take, CancellationToken cancellationToken)
    {
        var recent = await ReadAsync<RecentRows>(connection, PostgresRecent, values, cancellationToken);
        if (recent.Any(rows => rows.Newest is null))
            return [];
        var first = recent.Where(rows => rows.AreAll).Max(rows => rows.Oldest) is { } known && known > from ? known : from;
        foreach (var time in SearchTime.Between(recent.Min(rows => rows.Oldest)!.Value, recent.Min(rows => rows.Newest)!.Value))
        {
            var found = await ReadAsync<T>(connection, Postgres, Timed(values, time.Words), cancellationToken);
            if (found.Count == take || time.Start <= first)
                return found;
        }

        // Every row says who owns it.
        return await ReadAsync<T>(connection, Postgres, Timed(values, SearchKey.Owner(owner)), cancellationToken);
    }

    private static DynamicParameters Timed(object values, string times)
    {
        var timed = new DynamicParameters(values);
        timed.Add("Times", times);
        return timed;
    }

    private static async Task<List<T>> ReadAsync<T>(DbConnection connection, string sql, object values, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))).AsList();
}
