using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;
using PromptLab.Data.Sharing;

namespace PromptLab.Data.Templates;

/// <summary>Lists of the templates that a user sees, the last changed first.</summary>
public sealed class TemplateList(IDatabase database)
{
    private const string List = "templates";

    private const string Select = $"SELECT {TemplateTable.Columns} FROM templates WHERE";

    private const string Rest =
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

    private const string TeamTagged = "EXISTS (SELECT 1 FROM template_tags WHERE template_tags.template_id = templates.id AND tag = @Tag)";

    private const string MineSql = $"{Select} owner = @Owner AND deleted_at IS NULL {Rest}";

    private const string MineTaggedSql = $"{Select} owner = @Owner AND deleted_at IS NULL AND {Tagged} {Rest}";

    private const string TeamSql = $"{Select} sharing = 'team' AND deleted_at IS NULL AND owner <> @Owner {Rest}";

    private const string TeamTaggedSql = $"{Select} sharing = 'team' AND deleted_at IS NULL AND owner <> @Owner AND {TeamTagged} {Rest}";

    private const string DeletedSql = $"{Select} owner = @Owner AND deleted_at IS NOT NULL {Rest}";

    private const string DeletedTaggedSql = $"{Select} owner = @Owner AND deleted_at IS NOT NULL AND {Tagged} {Rest}";

    // Each half stops by itself in the order of its own index; one condition with OR would sort all that the user sees.
    private const string Halves = $"SELECT {TemplateTable.Columns} FROM";

    private const string Merged = "ORDER BY updated_at DESC, id DESC LIMIT @Take";

    private const string AllSql = $"{Halves} ({MineSql}) AS mine UNION ALL {Halves} ({TeamSql}) AS team {Merged}";

    private const string AllTaggedSql = $"{Halves} ({MineTaggedSql}) AS mine UNION ALL {Halves} ({TeamTaggedSql}) AS team {Merged}";

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

    internal static string Sql(TemplateFilter filter) => (filter.IsDeleted, filter.Of, filter.Tag) switch
    {
        (true, _, null) => DeletedSql,
        (true, _, _) => DeletedTaggedSql,
        (_, Ownership.Mine, null) => MineSql,
        (_, Ownership.Mine, _) => MineTaggedSql,
        (_, Ownership.Team, null) => TeamSql,
        (_, Ownership.Team, _) => TeamTaggedSql,
        (_, _, null) => AllSql,
        _ => AllTaggedSql,
    };
}
