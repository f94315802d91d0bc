using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Sharing;

namespace PromptLab.Data.Pipelines;

/// <summary>Pipelines as their owner sees them: what another owner has, or what was deleted, is not found.</summary>
public sealed class PipelineRepository(IDatabase database, TimeProvider clock)
{
    private const string UniqueViolation = "23505";

    private const string InsertSql =
        $"""
        INSERT INTO pipelines
            (id, owner, name, name_key, description, tags, definition, sharing, revision, created_at, created_by, updated_at, updated_by)
        VALUES (@Id, @Owner, @Name, @NameKey, @Description, @Tags, @Definition, @Sharing, 1, @Now, @Owner, @Now, @Owner)
        ON CONFLICT (owner, name_key) WHERE deleted_at IS NULL DO NOTHING
        RETURNING {PipelineTable.Columns}
        """;

    public Task<PipelineStoring> CreateAsync(string owner, PipelineChange pipeline, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var values = new
        {
            Id = Guid.CreateVersion7(now),
            Owner = owner,
            pipeline.Name,
            NameKey = PipelineTable.NameKey(pipeline.Name),
            pipeline.Description,
            Tags = PipelineTable.TagsJson(pipeline.Tags),
            pipeline.Definition,
            Sharing = pipeline.Sharing ?? SharingScope.Private,
            Now = now,
        };
        return database.WriteAsync<PipelineStoring>(
            async (connection, token) =>
            {
                if (await connection.QuerySingleOrDefaultAsync<PipelineRow>(new CommandDefinition(InsertSql, values, cancellationToken: token)) is not { } row)
                    return new PipelineStoring.NameTaken();
                await connection.ReplacePipelinePartsAsync(row, pipeline, token);
                return new PipelineStoring.Stored(row);
            },
            cancellationToken);
    }

    /// <param name="revision">The one that was read.</param>
    public async Task<PipelineStoring> ChangeAsync(
        string owner, Guid id, int revision, PipelineChange change, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(new PipelineUpdate(owner, id, revision, change, clock.GetUtcNow()).RunAsync, cancellationToken);
        }
        catch (DbException exception) when (exception.SqlState == UniqueViolation)
        {
            // Another node took the name at the same moment.
            return new PipelineStoring.NameTaken();
        }
    }

    public Task<PipelineRow?> FindAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => connection.FindPipelineAsync(owner, id, token), cancellationToken);

    private const string FindVisibleSql =
        $"SELECT {PipelineTable.Columns} FROM pipelines WHERE id = @Id AND (owner = @User OR sharing = 'team') AND deleted_at IS NULL";

    /// <summary>The user's own, or one that its owner shares.</summary>
    public Task<PipelineRow?> FindVisibleAsync(string user, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<PipelineRow>(
                new CommandDefinition(FindVisibleSql, new { User = user, Id = id }, cancellationToken: token)),
            cancellationToken);

    /// <summary>Case makes no difference.</summary>
    public Task<PipelineRow?> FindByNameAsync(string owner, string name, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => connection.FindPipelineByNameAsync(owner, name, token), cancellationToken);

    private const string DeleteSql =
        """
        UPDATE pipelines SET deleted_at = @Now, updated_at = @Now, updated_by = @Owner, revision = revision + 1
        WHERE id = @Id AND owner = @Owner AND deleted_at IS NULL
        """;

    /// <summary>False when it is not found.</summary>
    public async Task<bool> DeleteAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, Id = id, Now = clock.GetUtcNow() };
        return await database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(DeleteSql, values, cancellationToken: token)), cancellationToken) == 1;
    }

    private const string FindDeletedNameSql = "SELECT name FROM pipelines WHERE id = @Id AND owner = @Owner AND deleted_at IS NOT NULL";

    private const string UndeleteSql =
        $"""
        UPDATE pipelines SET deleted_at = NULL, updated_at = @Now, updated_by = @Owner, revision = revision + 1
        WHERE id = @Id AND owner = @Owner AND deleted_at IS NOT NULL
        RETURNING {PipelineTable.Columns}
        """;

    /// <summary>Brings a deleted pipeline back, unless its name has been given to another one.</summary>
    public async Task<PipelineStoring> UndeleteAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, Id = id, Now = clock.GetUtcNow() };
        try
        {
            return await database.WriteAsync<PipelineStoring>(
                async (connection, token) =>
                {
                    var name = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(FindDeletedNameSql, values, cancellationToken: token));
                    if (name is null)
                        return new PipelineStoring.NotFound();
                    if (await connection.FindPipelineByNameAsync(owner, name, token) is { } namesake && namesake.Id != id)
                        return new PipelineStoring.NameTaken();
                    // Null when another node brought it back at the same moment.
                    return await connection.QuerySingleOrDefaultAsync<PipelineRow>(new CommandDefinition(UndeleteSql, values, cancellationToken: token)) is { } row
                        ? new PipelineStoring.Stored(row)
                        : new PipelineStoring.NotFound();
                },
                cancellationToken);
        }
        catch (DbException exception) when (exception.SqlState == UniqueViolation)
        {
            // Another node took the name at the same moment.
            return new PipelineStoring.NameTaken();
        }
    }
}
