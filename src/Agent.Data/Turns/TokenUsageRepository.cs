using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Turns;

/// <summary>What turns, executions and judges have used of the models.</summary>
public sealed class TokenUsageRepository(IDatabase database)
{
    private const string SumSql = """
        SELECT
            (SELECT COALESCE(SUM(input_tokens + output_tokens), 0) FROM turns WHERE owner = @owner AND started_at >= @since)
            + (SELECT COALESCE(SUM(input_tokens + output_tokens), 0) FROM executions WHERE owner = @owner AND created_at >= @since)
            + (SELECT COALESCE(SUM(input_tokens + output_tokens), 0) FROM judgements WHERE owner = @owner AND created_at >= @since)
        """;

    /// <summary>Tokens, in and out, of the owner's turns, executions and judges that started at or after <paramref name="since"/>.</summary>
    public Task<long> SumAsync(string owner, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.ExecuteScalarAsync<long>(new CommandDefinition(SumSql, new { owner, since }, cancellationToken: token)),
            cancellationToken);
}
