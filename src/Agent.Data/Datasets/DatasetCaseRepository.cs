using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Datasets;

/// <summary>The rows of datasets. Reading needs a dataset that the caller has found; writing checks whose it is.</summary>
public sealed class DatasetCaseRepository(IDatabase database, TimeProvider clock)
{
    private const string List = "dataset_rows";

    private const string ListSql =
        $"""
        SELECT {DatasetTable.CaseColumns} FROM dataset_rows
        WHERE dataset_id = @DatasetId AND ordinal > @After
        ORDER BY ordinal
        LIMIT @Take
        """;

    /// <summary>In the order in which they were added.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<DatasetCaseRow>> ListAsync(Guid datasetId, string? cursor, int limit, CancellationToken cancellationToken) =>
        Page<DatasetCaseRow>.Of(
            await ReadAsync(datasetId, OrdinalCursor.Read(cursor, List), limit + 1, cancellationToken), limit, row => OrdinalCursor.Write(List, row.Ordinal));

    /// <summary>Up to <paramref name="take"/> rows behind a place.</summary>
    public async Task<List<DatasetCaseRow>> ReadAsync(Guid datasetId, int after, int take, CancellationToken cancellationToken)
    {
        var values = new { DatasetId = datasetId, After = after, Take = take };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<DatasetCaseRow>(new CommandDefinition(ListSql, values, cancellationToken: token)), cancellationToken);
        return rows.AsList();
    }

    private const string FindSql = $"SELECT {DatasetTable.CaseColumns} FROM dataset_rows WHERE id = @Id AND dataset_id = @DatasetId";

    public Task<DatasetCaseRow?> FindAsync(Guid datasetId, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<DatasetCaseRow>(
                new CommandDefinition(FindSql, new { DatasetId = datasetId, Id = id }, cancellationToken: token)),
            cancellationToken);

    /// <summary>Adds all of them, or none.</summary>
    /// <param name="replaces">True to remove what there is before.</param>
    /// <param name="most">As many as the dataset may have then.</param>
    public Task<DatasetStoring> AddAsync(
        string owner, Guid datasetId, IReadOnlyList<DatasetCaseText> cases, bool replaces, int most, CancellationToken cancellationToken) =>
        database.WriteAsync(new DatasetCaseAddition(owner, datasetId, cases, replaces, most, clock.GetUtcNow()).RunAsync, cancellationToken);

    private const string TouchSql =
        $"""
        UPDATE datasets SET revision = revision + 1, row_count = row_count - @Removed, updated_at = @Now, updated_by = @Owner
        WHERE id = @DatasetId AND owner = @Owner AND deleted_at IS NULL AND EXISTS (SELECT 1 FROM dataset_rows WHERE id = @Id AND dataset_id = @DatasetId)
        RETURNING {DatasetTable.Columns}
        """;

    private const string UpdateSql = "UPDATE dataset_rows SET variables = @Variables, expected = @Expected, note = @Note WHERE id = @Id AND dataset_id = @DatasetId";

    private const string DeleteSql = "DELETE FROM dataset_rows WHERE id = @Id AND dataset_id = @DatasetId";

    /// <returns>The dataset with its new revision; null when there is no such row.</returns>
    public Task<DatasetRow?> ChangeAsync(string owner, Guid datasetId, Guid id, DatasetCaseText text, CancellationToken cancellationToken) => WriteAsync(
        UpdateSql,
        new { Owner = owner, DatasetId = datasetId, Id = id, text.Variables, text.Expected, text.Note, Removed = 0, Now = clock.GetUtcNow() },
        cancellationToken);

    /// <returns>The dataset with its new revision; null when there is no such row.</returns>
    public Task<DatasetRow?> RemoveAsync(string owner, Guid datasetId, Guid id, CancellationToken cancellationToken) => WriteAsync(
        DeleteSql, new { Owner = owner, DatasetId = datasetId, Id = id, Removed = 1, Now = clock.GetUtcNow() }, cancellationToken);

    private Task<DatasetRow?> WriteAsync(string sql, object values, CancellationToken cancellationToken) => database.WriteAsync(
        async (connection, token) =>
        {
            var dataset = await connection.QuerySingleOrDefaultAsync<DatasetRow>(new CommandDefinition(TouchSql, values, cancellationToken: token));
            if (dataset is not null)
                await connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: token));
            return dataset;
        },
        cancellationToken);
}
