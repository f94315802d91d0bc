using PromptLab.Data.Search;

namespace PromptLab.Data.Executions;

/// <summary>How the executions that have all of some words are found; the values are those of the list.</summary>
internal static class ExecutionSearch
{
    // Long names are cut in the index; tags are short.
    private const string Checks =
        """
        owner = @Owner AND created_at >= @From
            AND (@TemplateId = @None OR template_id = @TemplateId) AND (@Version = 0 OR version = @Version) AND (@Status = '' OR status = @Status)
            AND (@Provider = '' OR provider = @Provider) AND (@Model = '' OR model = @Model) AND (@PipelineId = @None OR pipeline_id = @PipelineId)
            AND (@EvaluationId = @None OR evaluation_id = @EvaluationId) AND (@WithEvaluations OR @EvaluationId <> @None OR evaluation_id IS NULL)
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

    private const string Columns = $"SELECT {RecentRows.Columns} FROM (SELECT created_at FROM";

    private const string First = $"{Newest} {RecentRows.Most}) AS recent";

    private const string PostgresRecentSql =
        $"""
        {Columns} executions WHERE {Period} {First}
        UNION ALL {Columns} executions WHERE {Period} AND evaluation_id IS NULL {First} HAVING @EvaluationId = @None AND NOT @WithEvaluations
        UNION ALL {Columns} executions WHERE {Period} AND evaluation_id = @EvaluationId {First} HAVING @EvaluationId <> @None
        UNION ALL {Columns} executions WHERE {Period} AND pipeline_id = @PipelineId {First} HAVING @PipelineId <> @None
        UNION ALL {Columns} executions WHERE {Period} AND template_id = @TemplateId {First} HAVING @TemplateId <> @None
        UNION ALL {Columns} executions WHERE {Period} AND template_id = @TemplateId AND version = @Version {First} HAVING @Version <> 0
        UNION ALL {Columns} executions WHERE {Period} AND status = @Status {First} HAVING @Status <> ''
        UNION ALL {Columns} executions WHERE {Period} AND provider = @Provider {First} HAVING @Provider <> ''
        UNION ALL {Columns} executions WHERE {Period} AND model = @Model {First} HAVING @Model <> ''
        UNION ALL {Columns} execution_tags
            WHERE owner = @Owner AND tag = @Tag AND created_at >= @From AND (created_at, execution_id) < (@At, @Id)
            ORDER BY created_at DESC, execution_id DESC
            LIMIT {RecentRows.Most}) AS recent
        HAVING @Tag <> ''
        """;

    private const string PostgresSql =
        $"""
        SELECT {ExecutionRepository.SummaryColumns}
        FROM executions
        WHERE id IN (
            SELECT id FROM (SELECT {ExecutionRepository.SummaryColumns} FROM executions WHERE {WordSearch.PostgresWords}) AS executions
            WHERE {Period} AND {Checks} {Newest} @Take)
        ORDER BY created_at DESC, id DESC
        """;

    public static WordSearch Words { get; } = new(SqliteSql, PostgresRecentSql, PostgresSql);
}
