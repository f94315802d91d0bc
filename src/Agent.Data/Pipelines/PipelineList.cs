using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;
using PromptLab.Data.Sharing;

namespace PromptLab.Data.Pipelines;

/// <summary>Lists of the pipelines that a user sees, the last changed first.</summary>
public sealed class PipelineList(IDatabase database)
{
    private const string List = "pipelines";

    // A filter that is open is an empty value: both databases know its type, which they would not of a null.
    private const string Shown =
        """
        AND (updated_at, id) < (@At, @Cursor)
            AND (lower(name) LIKE @Pattern ESCAPE '!' OR lower(description) LIKE @Pattern ESCAPE '!')
            AND (@Tag = '' OR EXISTS (SELECT 1 FROM pipeline_tags WHERE pipeline_tags.pipeline_id = pipelines.id AND tag = @Tag))
            AND (@TemplateId = @None OR id IN (SELECT pipeline_id FROM pipeline_templates WHERE template_id = @TemplateId))
        ORDER BY updated_at DESC, id DESC
        LIMIT @Take
        """;

    private const string MineSql = $"SELECT {PipelineTable.Columns} FROM pipelines WHERE owner = @Owner AND deleted_at IS NULL {Shown}";

    private const string TeamSql =
        $"SELECT {PipelineTable.Columns} FROM pipelines WHERE sharing = 'team' AND deleted_at IS NULL AND owner <> @Owner {Shown}";

    // Each half stops by itself in the order of its own index.
    private const string AllSql =
        $"""
        SELECT {PipelineTable.Columns} FROM ({MineSql}) AS mine UNION ALL SELECT {PipelineTable.Columns} FROM ({TeamSql}) AS team
        ORDER BY updated_at DESC, id DESC
        LIMIT @Take
        """;

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
                new CommandDefinition(Sql(filter), values, cancellationToken: token)),
            cancellationToken);
        return Page<PipelineRow>.Of(rows.AsList(), limit, row => InstantCursor.Write(List, row.UpdatedAt, row.Id));
    }

    private static string Sql(PipelineFilter filter) => (filter.IsDeleted, filter.Of) switch
    {
        (true, _) => DeletedSql,
        (_, Ownership.Mine) => MineSql,
        (_, Ownership.Team) => TeamSql,
        _ => AllSql,
    };
}
