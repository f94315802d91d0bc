using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Datasets;

/// <summary>The write unit that adds rows to a dataset, or puts them in the place of those that it has.</summary>
internal sealed class DatasetCaseAddition(string owner, Guid datasetId, IReadOnlyList<DatasetCaseText> cases, bool replaces, int most, DateTimeOffset now)
{
    private const string ReserveSql =
        $"""
        UPDATE datasets
        SET row_count = CASE WHEN @Replaces THEN 0 ELSE row_count END + @Count, last_ordinal = last_ordinal + @Count, revision = revision + 1,
            updated_at = @Now, updated_by = @Owner
        WHERE id = @DatasetId AND owner = @Owner AND deleted_at IS NULL AND CASE WHEN @Replaces THEN 0 ELSE row_count END + @Count <= @Most
        RETURNING last_ordinal
        """;

    private const string ForgetSql = "DELETE FROM dataset_rows WHERE dataset_id = @DatasetId";

    private const string InsertSql =
        """
        INSERT INTO dataset_rows (id, dataset_id, ordinal, owner, variables, expected, note)
        VALUES (@Id, @DatasetId, @Ordinal, @Owner, @Variables, @Expected, @Note)
        """;

    public async Task<DatasetStoring> RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, DatasetId = datasetId, cases.Count, Replaces = replaces, Most = most, Now = now };
        var last = await connection.QuerySingleOrDefaultAsync<int?>(new CommandDefinition(ReserveSql, values, cancellationToken: cancellationToken));
        if (last is null)
            return await connection.FindDatasetAsync(owner, datasetId, cancellationToken) is { } full
                ? new DatasetStoring.TooManyRows(full.RowCount)
                : new DatasetStoring.NotFound();
        if (replaces)
            await connection.ExecuteAsync(new CommandDefinition(ForgetSql, values, cancellationToken: cancellationToken));
        await InsertAsync(connection, last.Value - cases.Count, cancellationToken);
        return new DatasetStoring.Stored((await connection.FindDatasetAsync(owner, datasetId, cancellationToken))!);
    }

    private async Task InsertAsync(DbConnection connection, int before, CancellationToken cancellationToken)
    {
        var rows = cases.Select((text, index) => new
        {
            Id = Guid.CreateVersion7(now),
            DatasetId = datasetId,
            Ordinal = before + index + 1,
            Owner = owner,
            text.Variables,
            text.Expected,
            text.Note,
        });
        await connection.ExecuteAsync(new CommandDefinition(InsertSql, rows, cancellationToken: cancellationToken));
    }
}
