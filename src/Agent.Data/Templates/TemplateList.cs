using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Templates;

/// <summary>Lists of an owner's templates, the last changed first.</summary>
public sealed class TemplateList(IDatabase database)
{
    private const string List = "templates";

    private const string Shown =
        """
        AND (templates.updated_at, templates.id) < (@At, @Id)
            AND (lower(name) LIKE @Pattern ESCAPE '!' OR lower(description) LIKE @Pattern ESCAPE '!' OR EXISTS (
                SELECT 1 FROM template_versions
                WHERE template_versions.template_id = templates.id AND template_versions.number = templates.version
                    AND lower(template_versions.content) LIKE @Pattern ESCAPE '!'))
        ORDER BY templates.updated_at DESC, templates.id DESC
        LIMIT @Take
        """;

    private const string Tagged = "id IN (SELECT template_id FROM template_tags WHERE owner = @Owner AND tag = @Tag)";

    private const string LiveSql = $"SELECT {TemplateTable.Columns} FROM templates WHERE owner = @Owner AND deleted_at IS NULL {Shown}";

    private const string LiveTaggedSql =
        $"SELECT {TemplateTable.Columns} FROM templates WHERE owner = @Owner AND deleted_at IS NULL AND {Tagged} {Shown}";

    private const string DeletedSql = $"SELECT {TemplateTable.Columns} FROM templates WHERE owner = @Owner AND deleted_at IS NOT NULL {Shown}";

    private const string DeletedTaggedSql =
        $"SELECT {TemplateTable.Columns} FROM templates WHERE owner = @Owner AND deleted_at IS NOT NULL AND {Tagged} {Shown}";

    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<TemplateRow>> ReadAsync(
        string owner, TemplateFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var after = InstantCursor.Read(cursor, List);
        var values = new { Owner = owner, after.At, after.Id, filter.Tag, Pattern = SearchPattern.Containing(filter.Search), Take = limit + 1 };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<TemplateRow>(new CommandDefinition(Sql(filter), values, cancellationToken: token)),
            cancellationToken);
        return Page<TemplateRow>.Of(rows.AsList(), limit, row => InstantCursor.Write(List, row.UpdatedAt, row.Id));
    }

    private static string Sql(TemplateFilter filter) => (filter.IsDeleted, filter.Tag) switch
    {
        (false, null) => LiveSql,
        (false, _) => LiveTaggedSql,
        (true, null) => DeletedSql,
        (true, _) => DeletedTaggedSql,
    };
}
