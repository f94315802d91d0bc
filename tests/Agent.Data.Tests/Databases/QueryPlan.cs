using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Tests.Databases;

/// <summary>How a database goes about a query.</summary>
internal static class QueryPlan
{
    /// <param name="withoutScans">True where there are too few rows for PostgreSQL to use an index by itself.</param>
    /// <returns>A line for each node.</returns>
    public static async Task<string> PlanAsync(this IDatabase database, string sql, object values, bool withoutScans = false)
    {
        var explain = database.Provider == DatabaseProvider.Sqlite ? "EXPLAIN QUERY PLAN " : withoutScans ? "SET enable_seqscan = off; EXPLAIN " : "EXPLAIN ";
        var rows = await database.ReadAsync((connection, token) => connection.QueryAsync(explain + sql, values), default);
        return string.Join('\n', rows.Select(row => (string)((IDictionary<string, object>)row).Values.Last()));
    }
}
