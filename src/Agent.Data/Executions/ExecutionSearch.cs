using PromptLab.Data.Search;

namespace PromptLab.Data.Executions;

/// <summary>How the executions that have all of some words are found; the values are those of the list.</summary>
internal static class ExecutionSearch
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
    private const string SqliteSql =
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

    private const string Period = "owner = @Owner AND created_at >= @From AND (created_at, id) < (@At, @Id)";

    private const string Newest = "ORDER BY created_at DESC, id DESC LIMIT";

    private const string PostgresRecentSql =
        $"""
        SELECT {ExecutionRepository.SummaryColumns}
        FROM (SELECT * FROM executions WHERE {Period} {Newest} {WordSearch.Recent}) AS executions
        WHERE words @@ plainto_tsquery('simple', @Words) AND {Checks}
        {Newest} @Take
        """;

    private const string PostgresCountSql = $"SELECT COUNT(*) FROM (SELECT 1 FROM executions WHERE {Period} {Newest} {WordSearch.Recent}) AS recent";

    // OFFSET 0 keeps PostgreSQL from going through the index of the time row by row: all are found before they are put in order.
    private const string PostgresSql =
        $"""
        SELECT {ExecutionRepository.SummaryColumns}
        FROM (
            SELECT {ExecutionRepository.SummaryColumns} FROM executions
            WHERE words @@ plainto_tsquery('simple', @Words) AND {Period} OFFSET 0) AS executions
        WHERE {Checks}
        {Newest} @Take
        """;

    public static WordSearch Words { get; } = new(SqliteSql, PostgresRecentSql, PostgresCountSql, PostgresSql);
}
