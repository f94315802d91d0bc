using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Runs;

/// <summary>Lists of an owner's runs, the newest first.</summary>
public sealed class RunList(IDatabase database)
{
    private const string List = "runs";

    private const string Select = $"SELECT {RunTable.Columns} FROM runs WHERE owner = @Owner";

    // A filter that is open is an empty value: both databases know its type, which they would not of a null.
    private const string Rest =
        """
        AND (@Status = '' OR status = @Status)
        AND (@Tag = '' OR EXISTS (SELECT 1 FROM pipeline_tags WHERE pipeline_tags.pipeline_id = runs.pipeline_id AND pipeline_tags.tag = @Tag))
        AND (@Pattern = '%' OR lower(pipeline_name) LIKE @Pattern ESCAPE '!' OR lower(inputs) LIKE @Pattern ESCAPE '!' OR lower(output) LIKE @Pattern ESCAPE '!')
        AND created_at >= @From AND (created_at, id) < (@At, @Cursor)
        ORDER BY created_at DESC, id DESC
        LIMIT @Take
        """;

    private const string Steps =
        """
        AND id IN (
            SELECT run_id FROM run_steps
            WHERE run_steps.owner = @Owner AND (@TemplateId = @None OR template_id = @TemplateId) AND (@Provider = '' OR provider = @Provider)
                AND (@Model = '' OR model = @Model))
        """;

    private const string AllSql = $"{Select} {Rest}";
    private const string PipelineSql = $"{Select} AND pipeline_id = @PipelineId {Rest}";
    private const string StepsSql = $"{Select} {Steps} {Rest}";
    private const string PipelineStepsSql = $"{Select} AND pipeline_id = @PipelineId {Steps} {Rest}";

    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<RunRow>> ReadAsync(string owner, RunFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var after = InstantCursor.Read(cursor, List);
        if (filter.To is { } to && to < after.At)
            after = new InstantCursor(to, Guid.Empty);
        var values = new
        {
            Owner = owner,
            PipelineId = filter.PipelineId ?? Guid.Empty,
            TemplateId = filter.TemplateId ?? Guid.Empty,
            None = Guid.Empty,
            Status = filter.Status ?? "",
            Provider = filter.Provider ?? "",
            Model = filter.Model ?? "",
            Tag = filter.Tag ?? "",
            Pattern = SearchPattern.Containing(filter.Search),
            From = filter.From ?? DateTimeOffset.UnixEpoch,
            after.At,
            Cursor = after.Id,
            Take = limit + 1,
        };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<RunRow>(new CommandDefinition(Sql(filter), values, cancellationToken: token)), cancellationToken);
        return Page<RunRow>.Of(rows.AsList(), limit, row => InstantCursor.Write(List, row.CreatedAt, row.Id));
    }

    private static string Sql(RunFilter filter) => (filter.PipelineId, IsOfSteps(filter)) switch
    {
        (null, false) => AllSql,
        (_, false) => PipelineSql,
        (null, true) => StepsSql,
        _ => PipelineStepsSql,
    };

    private static bool IsOfSteps(RunFilter filter) => filter is not { TemplateId: null, Provider: null, Model: null };
}
