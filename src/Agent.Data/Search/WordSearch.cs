using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Search;

/// <summary>
/// How the newest rows that have all of some words are found. SQLite's index is in the order of the list; PostgreSQL's knows no order, so words
/// that many rows have are found among the newest ones.
/// </summary>
/// <param name="Sqlite">By <c>Words</c>: lower-case, spaces between.</param>
/// <param name="PostgresRecent">By <c>Words</c> among the <see cref="Recent"/> newest rows of the period.</param>
/// <param name="PostgresCount">How many rows the period has, up to <see cref="Recent"/>.</param>
/// <param name="Postgres">By <c>Words</c> among all.</param>
internal sealed record WordSearch(string Sqlite, string PostgresRecent, string PostgresCount, string Postgres)
{
    public const string Recent = "1000";

    private const long RecentRows = 1000;

    /// <summary>All that may be asked of a database.</summary>
    public IReadOnlyList<string> Texts(DatabaseProvider provider) =>
        provider == DatabaseProvider.Sqlite ? [Sqlite] : [PostgresRecent, PostgresCount, Postgres];

    public Task<List<T>> FindAsync<T>(IDatabase database, object values, int take, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                if (database.Provider == DatabaseProvider.Sqlite)
                    return await ReadAsync<T>(connection, Sqlite, values, token);
                var recent = await ReadAsync<T>(connection, PostgresRecent, values, token);
                if (recent.Count == take || await CountAsync(connection, values, token) < RecentRows)
                    return recent;
                return await ReadAsync<T>(connection, Postgres, values, token);
            },
            cancellationToken);

    private Task<long> CountAsync(DbConnection connection, object values, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<long>(new CommandDefinition(PostgresCount, values, cancellationToken: cancellationToken));

    private static async Task<List<T>> ReadAsync<T>(DbConnection connection, string sql, object values, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))).AsList();
}
