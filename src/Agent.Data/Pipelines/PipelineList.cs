using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Pipelines;

/// <summary>Lists of an owner's pipelines, the last changed first.</summary>
public sealed class PipelineList(IDatabase database)
{
    private const string List = "pipelines";

    // A filter that is open is an empty value: both databases know its type, which they would not of a null.
    private const string Shown =
        """
        AND (updated_at, id) < (@At, @Cursor)
            AND (lower(name) LIKE @Pattern ESCAPE '!' OR lower(description) LIKE @Pattern ESCAPE '!')
            AND (@Tag = '' OR id IN (SELECT pipeline_id FROM pipeline_tags WHERE owner = @Owner AND tag = @Tag))
            AND (@TemplateId = @None OR id IN (SELECT pipeline_id FROM pipeline_templates WHERE template_id = @TemplateId))
        ORDER BY updated_at DESC, id DESC
        LIMIT @Take
        """;

    private const string LiveSql = $"SELECT {PipelineTable.Columns} FROM pipelines WHERE owner = @Owner AND deleted_at IS NULL {Shown}";

    private const string DeletedSql = $"SELECT {PipelineTable.Columns} FROM pipelines WHERE owner = @Owner AND deleted_at IS NOT NULL {Shown}";

    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<PipelineRow>> ReadAsync(
        string owner, PipelineFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var after = InstantCursor.Read(cursor, List);
        var values = new
        {
            Owner = owner,
            after.At,
            Cursor = after.Id,
            Tag = filter.Tag ?? "",
            TemplateId = filter.TemplateId ?? Guid.Empty,
            None = Guid.Empty,
            Pattern = SearchPattern.Containing(filter.Search),
            Take = limit + 1,
        };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<PipelineRow>(
                new CommandDefinition(filter.IsDeleted ? DeletedSql : LiveSql, values, cancellationToken: token)),
            cancellationToken);
        return Page<PipelineRow>.Of(rows.AsList(), limit, row => InstantCursor.Write(List, row.UpdatedAt, row.Id));
    }
}
