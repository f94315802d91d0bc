using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Datasets;

/// <summary>Datasets as their owner sees them: what another owner has, or what was deleted, is not found, unless a method says otherwise.</summary>
public sealed class DatasetRepository(IDatabase database, TimeProvider clock)
{
    private const string UniqueViolation = "23505";

    private const string InsertSql =
        $"""
        INSERT INTO datasets
            (id, owner, sharing, name, name_key, description, template_id, evaluators, threshold, row_count, last_ordinal, revision,
             created_at, created_by, updated_at, updated_by)
        VALUES
            (@Id, @Owner, @Sharing, @Name, @NameKey, @Description, @TemplateId, @Evaluators, @Threshold, 0, 0, 1, @Now, @Owner, @Now, @Owner)
        ON CONFLICT (owner, name_key) WHERE deleted_at IS NULL DO NOTHING
        RETURNING {DatasetTable.Columns}
        """;

    public async Task<DatasetStoring> CreateAsync(string owner, DatasetChange dataset, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var values = Values(owner, Guid.CreateVersion7(now), dataset, now);
        return await WriteRowAsync(InsertSql, values, cancellationToken) is { } row ? new DatasetStoring.Stored(row) : new DatasetStoring.NameTaken();
    }

    public Task<DatasetRow?> FindAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => connection.FindDatasetAsync(owner, id, token), cancellationToken);

    private const string FindVisibleSql =
        $"SELECT {DatasetTable.Columns} FROM datasets WHERE id = @Id AND deleted_at IS NULL AND (owner = @User OR sharing = 'team')";

    /// <summary>The user's own, or one that another owner shares with the team.</summary>
    public Task<DatasetRow?> FindVisibleAsync(string user, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<DatasetRow>(
                new CommandDefinition(FindVisibleSql, new { User = user, Id = id }, cancellationToken: token)),
            cancellationToken);

    private const string UpdateSql =
        $"""
        UPDATE datasets
        SET name = @Name, name_key = @NameKey, description = @Description, template_id = @TemplateId, sharing = @Sharing,
            revision = revision + CASE WHEN evaluators = @Evaluators AND threshold = @Threshold THEN 0 ELSE 1 END,
            evaluators = @Evaluators, threshold = @Threshold, updated_at = @Now, updated_by = @Owner
        WHERE id = @Id AND owner = @Owner AND deleted_at IS NULL AND (@Revision = 0 OR revision = @Revision)
        RETURNING {DatasetTable.Columns}
        """;

    /// <param name="revision">The one that was read; null to change whatever there is.</param>
    public async Task<DatasetStoring> ChangeAsync(string owner, Guid id, int? revision, DatasetChange change, CancellationToken cancellationToken)
    {
        var values = new DynamicParameters(Values(owner, id, change, clock.GetUtcNow()));
        values.AddDynamicParams(new { Revision = revision ?? 0 });
        try
        {
            return await database.WriteAsync<DatasetStoring>(
                async (connection, token) =>
                {
                    if (await connection.FindDatasetAsync(owner, id, token) is not { } before)
                        return new DatasetStoring.NotFound();
                    if (revision is { } expected && expected != before.Revision)
                        return new DatasetStoring.Stale(before.Revision);
                    if (await connection.FindDatasetIdByNameAsync(owner, change.Name, token) is { } namesake && namesake != id)
                        return new DatasetStoring.NameTaken();
                    return await connection.QuerySingleOrDefaultAsync<DatasetRow>(new CommandDefinition(UpdateSql, values, cancellationToken: token)) is { } after
                        ? new DatasetStoring.Stored(after)
                        : new DatasetStoring.Stale(before.Revision + 1);
                },
                cancellationToken);
        }
        catch (DbException exception) when (exception.SqlState == UniqueViolation)
        {
            // Another node took the name at the same moment.
            return new DatasetStoring.NameTaken();
        }
    }

    private const string DeleteSql =
        $"""
        UPDATE datasets SET deleted_at = @Now, updated_at = @Now, updated_by = @Owner
        WHERE id = @Id AND owner = @Owner AND deleted_at IS NULL
        RETURNING {DatasetTable.Columns}
        """;

    /// <summary>False when it is not found.</summary>
    public async Task<bool> DeleteAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        await WriteRowAsync(DeleteSql, new { Owner = owner, Id = id, Now = clock.GetUtcNow() }, cancellationToken) is not null;

    private const string FindDeletedNameSql = "SELECT name FROM datasets WHERE id = @Id AND owner = @Owner AND deleted_at IS NOT NULL";

    private const string UndeleteSql =
        $"""
        UPDATE datasets SET deleted_at = NULL, updated_at = @Now, updated_by = @Owner
        WHERE id = @Id AND owner = @Owner AND deleted_at IS NOT NULL
        RETURNING {DatasetTable.Columns}
        """;

    /// <summary>Brings a deleted dataset back, unless its name has been given to another one.</summary>
    public async Task<DatasetStoring> UndeleteAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, Id = id, Now = clock.GetUtcNow() };
        try
        {
            return await database.WriteAsync<DatasetStoring>(
                async (connection, token) =>
                {
                    var name = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(FindDeletedNameSql, values, cancellationToken: token));
                    if (name is null)
                        return new DatasetStoring.NotFound();
                    if (await connection.FindDatasetIdByNameAsync(owner, name, token) is { } namesake && namesake != id)
                        return new DatasetStoring.NameTaken();
                    // Null when another node brought it back at the same moment.
                    return await connection.QuerySingleOrDefaultAsync<DatasetRow>(new CommandDefinition(UndeleteSql, values, cancellationToken: token)) is { } row
                        ? new DatasetStoring.Stored(row)
                        : new DatasetStoring.NotFound();
                },
                cancellationToken);
        }
        catch (DbException exception) when (exception.SqlState == UniqueViolation)
        {
            // Another node took the name at the same moment.
            return new DatasetStoring.NameTaken();
        }
    }

    private static object Values(string owner, Guid id, DatasetChange change, DateTimeOffset now) => new
    {
        Id = id,
        Owner = owner,
        change.Sharing,
        change.Name,
        NameKey = DatasetTable.NameKey(change.Name),
        change.Description,
        change.TemplateId,
        change.Evaluators,
        change.Threshold,
        Now = now,
    };

    private Task<DatasetRow?> WriteRowAsync(string sql, object values, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<DatasetRow>(new CommandDefinition(sql, values, cancellationToken: token)),
            cancellationToken);
}
