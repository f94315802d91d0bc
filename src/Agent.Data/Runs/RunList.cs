using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Runs;

/// <summary>Lists of an owner's runs, the newest first.</summary>
public sealed class RunList(IDatabase database)
{
    private const string List = "runs";

    private const string Select = $"SELECT {RunTable.Columns} FROM runs WHERE owner = @Owner";

    // A filter that is open is an empty value: both databases know its type, which they would not of a null. Steps are looked up run by run, as a
    // page is full soon where many runs match: collecting the runs of a common template first takes a hundred times as long.
    private const string Rest =
        """
        AND (@Status = '' OR status = @Status)
        AND (@TemplateId = @None OR EXISTS (SELECT 1 FROM run_steps WHERE run_steps.run_id = runs.id AND run_steps.template_id = @TemplateId))
        AND (@Provider = '' OR EXISTS (SELECT 1 FROM run_steps WHERE run_steps.run_id = runs.id AND run_steps.owner = @Owner AND run_steps.provider = @Provider))
        AND (@Model = '' OR EXISTS (SELECT 1 FROM run_steps WHERE run_steps.run_id = runs.id AND run_steps.owner = @Owner AND run_steps.model = @Model))
        AND (@Tag = '' OR EXISTS (SELECT 1 FROM pipeline_tags WHERE pipeline_tags.pipeline_id = runs.pipeline_id AND pipeline_tags.tag = @Tag))
        AND (@Pattern = '%' OR lower(pipeline_name) LIKE @Pattern ESCAPE '!' OR lower(inputs) LIKE @Pattern ESCAPE '!' OR lower(output) LIKE @Pattern ESCAPE '!')
        AND created_at >= @From AND (created_at, id) < (@At, @Cursor)
        ORDER BY created_at DESC, id DESC
        LIMIT @Take
        """;

    private const string AllSql = $"{Select} {Rest}";
    private const string PipelineSql = $"{Select} AND pipeline_id = @PipelineId {Rest}";
    private const string StatusSql = $"{Select} AND status = @Status {Rest}";

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

    private static string Sql(RunFilter filter) => filter switch
    {
        { PipelineId: not null } => PipelineSql,
        { Status: not null } => StatusSql,
        _ => AllSql,
    };
}
