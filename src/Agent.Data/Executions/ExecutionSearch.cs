using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Executions;

/// <summary>Lists of the executions that have all of some words, the newest first.</summary>
internal sealed class ExecutionSearch(IDatabase database)
{
    private const string Checks =
        """
        owner = @Owner AND created_at >= @From
            AND (@TemplateId = @None OR template_id = @TemplateId) AND (@Version = 0 OR version = @Version) AND (@Status = '' OR status = @Status)
            AND (@Provider = '' OR provider = @Provider) AND (@Model = '' OR model = @Model) AND (@PipelineId = @None OR pipeline_id = @PipelineId)
            AND (@EvaluationId = @None OR evaluation_id = @EvaluationId) AND (@WithEvaluations OR @EvaluationId <> @None OR evaluation_id IS NULL)
            AND (@Tag = '' OR 1 = (
                SELECT COUNT(*) FROM execution_tags
                WHERE execution_tags.owner = @Owner AND execution_tags.tag = @Tag AND execution_tags.created_at = executions.created_at
                    AND execution_tags.execution_id = executions.id))
        """;

    // Numbers are microseconds of the start; those of the same moment follow one another within the next second.
    internal const string SqliteSql =
        $"""
        SELECT {ExecutionRepository.SummaryColumns}
        FROM execution_words
        CROSS JOIN execution_numbers ON number = execution_words.rowid
        CROSS JOIN executions ON executions.id = execution_id
        WHERE execution_words MATCH @Words AND execution_words.rowid >= @From
            AND execution_words.rowid < COALESCE((SELECT number FROM execution_numbers WHERE execution_id = @Id), @At + 1000000)
            AND created_at < @To AND {Checks}
        ORDER BY execution_words.rowid DESC
        LIMIT @Take
        """;

    // The index knows no order: words that many executions have are found among the newest ones.
    internal const string PostgresRecentSql =
        $"""
        SELECT {ExecutionRepository.SummaryColumns}
        FROM (
            SELECT * FROM executions
            WHERE owner = @Owner AND created_at >= @From AND (created_at, id) < (@At, @Id)
            ORDER BY created_at DESC, id DESC
            LIMIT 1000) AS executions
        WHERE words @@ plainto_tsquery('simple', @Words) AND {Checks}
        ORDER BY created_at DESC, id DESC
        LIMIT @Take
        """;

    internal const string PostgresSql =
        $"""
        WITH executions AS MATERIALIZED (
            SELECT {ExecutionRepository.SummaryColumns} FROM executions WHERE words @@ plainto_tsquery('simple', @Words))
        SELECT {ExecutionRepository.SummaryColumns}
        FROM executions
        WHERE (created_at, id) < (@At, @Id) AND {Checks}
        ORDER BY created_at DESC, id DESC
        LIMIT @Take
        """;

    /// <param name="values">Of the list, with <c>Words</c>: lower-case, spaces between.</param>
    public Task<List<ExecutionSummaryRow>> FindAsync(object values, int take, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                if (database.Provider == DatabaseProvider.Sqlite)
                    return await ReadAsync(connection, SqliteSql, values, token);
                var recent = await ReadAsync(connection, PostgresRecentSql, values, token);
                return recent.Count == take ? recent : await ReadAsync(connection, PostgresSql, values, token);
            },
            cancellationToken);

    private static async Task<List<ExecutionSummaryRow>> ReadAsync(DbConnection connection, string sql, object values, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<ExecutionSummaryRow>(new CommandDefinition(sql, values, cancellationToken: cancellationToken))).AsList();
}
