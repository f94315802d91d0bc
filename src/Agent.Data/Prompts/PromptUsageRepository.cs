using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Prompts;

/// <summary>What the turns tell of the prompts that served them.</summary>
public sealed class PromptUsageRepository(IDatabase database)
{
    private const string ReadSql =
        """
        SELECT prompt_version AS version, prompt_hash AS hash, COUNT(*) AS turns,
            COUNT(CASE WHEN thumb = 'up' THEN 1 END) AS thumbs_up, COUNT(CASE WHEN thumb = 'down' THEN 1 END) AS thumbs_down,
            COUNT(CASE WHEN status = 'failed' THEN 1 END) AS failed_turns,
            COUNT(CASE WHEN rejected_calls > 0 THEN 1 END) AS turns_with_tool_errors,
            CAST(SUM(input_tokens) AS bigint) AS input_tokens, CAST(SUM(output_tokens) AS bigint) AS output_tokens, SUM(cost) AS cost,
            CAST(AVG(duration_ms) AS double precision) AS mean_duration_ms
        FROM turns LEFT JOIN turn_feedback ON turn_feedback.turn_id = turns.id
        WHERE prompt_name = @Name AND started_at >= @Since AND prompt_version IS NOT NULL AND prompt_hash IS NOT NULL
        GROUP BY prompt_version, prompt_hash
        ORDER BY prompt_version, prompt_hash
        """;

    /// <summary>Per version and file content, of the turns that started at or after <paramref name="since"/>.</summary>
    public async Task<IReadOnlyList<PromptUsageRow>> ReadAsync(string name, DateTimeOffset since, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            (connection, token) => connection.QueryAsync<PromptUsageRow>(new CommandDefinition(ReadSql, new { Name = name, Since = since }, cancellationToken: token)),
            cancellationToken)).AsList();
}
