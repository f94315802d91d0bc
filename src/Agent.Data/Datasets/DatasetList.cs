using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;
using PromptLab.Data.Sharing;

namespace PromptLab.Data.Datasets;

/// <summary>Lists of the datasets that a user sees, the last changed first.</summary>
public sealed class DatasetList(IDatabase database)
{
    private const string List = "datasets";

    private const string Select = $"SELECT {DatasetTable.Columns} FROM datasets WHERE";

    private const string Rest =
        """
        AND (updated_at, id) < (@At, @Id)
            AND (lower(name) LIKE @Pattern ESCAPE '!' OR lower(description) LIKE @Pattern ESCAPE '!')
        ORDER BY updated_at DESC, id DESC
        LIMIT @Take
        """;

    private const string Templated = "template_id = @TemplateId";

    private const string MineSql = $"{Select} owner = @Owner AND deleted_at IS NULL {Rest}";

    private const string MineTemplatedSql = $"{Select} owner = @Owner AND deleted_at IS NULL AND {Templated} {Rest}";

    private const string TeamSql = $"{Select} sharing = 'team' AND deleted_at IS NULL AND owner <> @Owner {Rest}";

    private const string TeamTemplatedSql = $"{Select} sharing = 'team' AND deleted_at IS NULL AND owner <> @Owner AND {Templated} {Rest}";

    private const string DeletedSql = $"{Select} owner = @Owner AND deleted_at IS NOT NULL {Rest}";

    private const string DeletedTemplatedSql = $"{Select} owner = @Owner AND deleted_at IS NOT NULL AND {Templated} {Rest}";

    // Each half stops by itself in the order of its own index; one condition with OR would sort all that the user sees.
    private const string Halves = $"SELECT {DatasetTable.Columns} FROM";

    private const string Merged = "ORDER BY updated_at DESC, id DESC LIMIT @Take";

    private const string AllSql = $"{Halves} ({MineSql}) AS mine UNION ALL {Halves} ({TeamSql}) AS team {Merged}";

    private const string AllTemplatedSql = $"{Halves} ({MineTemplatedSql}) AS mine UNION ALL {Halves} ({TeamTemplatedSql}) AS team {Merged}";

    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<DatasetRow>> ReadAsync(string owner, DatasetFilter filter, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var after = InstantCursor.Read(cursor, List);
        var values = new
        {
            Owner = owner,
            after.At,
            after.Id,
            TemplateId = filter.TemplateId ?? Guid.Empty,
            Pattern = SearchPattern.Containing(filter.Search),
            Take = limit + 1,
        };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<DatasetRow>(new CommandDefinition(Sql(filter), values, cancellationToken: token)),
            cancellationToken);
        return Page<DatasetRow>.Of(rows.AsList(), limit, row => InstantCursor.Write(List, row.UpdatedAt, row.Id));
    }

    internal static string Sql(DatasetFilter filter) => (filter.IsDeleted, filter.Of, filter.TemplateId) switch
    {
        (true, _, null) => DeletedSql,
        (true, _, _) => DeletedTemplatedSql,
        (_, Ownership.Mine, null) => MineSql,
        (_, Ownership.Mine, _) => MineTemplatedSql,
        (_, Ownership.Team, null) => TeamSql,
        (_, Ownership.Team, _) => TeamTemplatedSql,
        (_, _, null) => AllSql,
        _ => AllTemplatedSql,
    };
}
