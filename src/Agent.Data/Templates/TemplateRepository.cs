using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Sharing;

namespace PromptLab.Data.Templates;

/// <summary>Templates as their owner sees them: what another owner has, or what was deleted, is not found, unless a method says otherwise.</summary>
public sealed class TemplateRepository(IDatabase database, TimeProvider clock)
{
    private const string UniqueViolation = "23505";

    private const string InsertSql =
        $"""
        INSERT INTO templates
            (id, owner, name, name_key, description, tags, labels, sharing, version, revision, created_at, created_by, updated_at, updated_by)
        VALUES (@Id, @Owner, @Name, @NameKey, @Description, @Tags, @Labels, @Sharing, 1, 1, @Now, @Owner, @Now, @Owner)
        ON CONFLICT (owner, name_key) WHERE deleted_at IS NULL DO NOTHING
        RETURNING {TemplateTable.Columns}
        """;

    /// <summary>Stores a new template and its first version.</summary>
    /// <param name="template">Its text must be given.</param>
    public Task<TemplateStoring> CreateAsync(string owner, TemplateChange template, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var values = new
        {
            Id = Guid.CreateVersion7(now),
            Owner = owner,
            template.Name,
            NameKey = TemplateTable.NameKey(template.Name),
            template.Description,
            Tags = TemplateTable.TagsJson(template.Tags),
            Labels = "{}",
            Sharing = template.Sharing ?? SharingScope.Private,
            Now = now,
        };
        return database.WriteAsync<TemplateStoring>(
            async (connection, token) =>
            {
                if (await connection.QuerySingleOrDefaultAsync<TemplateRow>(new CommandDefinition(InsertSql, values, cancellationToken: token)) is not { } row)
                    return new TemplateStoring.NameTaken();
                await connection.ReplaceTemplateTagsAsync(row, template.Tags, token);
                return new TemplateStoring.Stored(row, await connection.InsertTemplateVersionAsync(row, template.Text!, now, token), IsNewVersion: true);
            },
            cancellationToken);
    }

    /// <param name="revision">The one that was read; null to change whatever there is.</param>
    public async Task<TemplateStoring> ChangeAsync(
        string owner, Guid id, int? revision, TemplateChange change, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(new TemplateUpdate(owner, id, revision, change, clock.GetUtcNow()).RunAsync, cancellationToken);
        }
        catch (DbException exception) when (exception.SqlState == UniqueViolation)
        {
            // Another node took the name, or made the version, at the same moment.
            return await FindByNameAsync(owner, change.Name, cancellationToken) is { } namesake && namesake.Id != id
                ? new TemplateStoring.NameTaken()
                : new TemplateStoring.Stale((await FindAsync(owner, id, cancellationToken))?.Revision ?? 0);
        }
    }

    public Task<TemplateRow?> FindAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => connection.FindTemplateAsync(owner, id, token), cancellationToken);

    /// <summary>Case makes no difference.</summary>
    public Task<TemplateRow?> FindByNameAsync(string owner, string name, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => connection.FindTemplateByNameAsync(owner, name, token), cancellationToken);

    private const string FindVisibleSql =
        $"SELECT {TemplateTable.Columns} FROM templates WHERE id = @Id AND deleted_at IS NULL AND (owner = @User OR sharing = 'team')";

    /// <summary>The user's own, or one that another owner shares with the team.</summary>
    public Task<TemplateRow?> FindVisibleAsync(string user, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<TemplateRow>(
                new CommandDefinition(FindVisibleSql, new { User = user, Id = id }, cancellationToken: token)),
            cancellationToken);

    private const string FindSharedByNameSql =
        $"""
        SELECT {TemplateTable.Columns} FROM templates
        WHERE name_key = @NameKey AND sharing = 'team' AND deleted_at IS NULL AND owner <> @User
        ORDER BY owner
        LIMIT @Most
        """;

    /// <summary>What others share with the team under a name; case makes no difference.</summary>
    public async Task<IReadOnlyList<TemplateRow>> FindSharedByNameAsync(string user, string name, int most, CancellationToken cancellationToken)
    {
        var values = new { User = user, NameKey = TemplateTable.NameKey(name), Most = most };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<TemplateRow>(new CommandDefinition(FindSharedByNameSql, values, cancellationToken: token)),
            cancellationToken);
        return rows.AsList();
    }

    private const string SetLabelsSql =
        $"""
        UPDATE templates SET labels = @Labels, revision = revision + 1, updated_at = @Now, updated_by = @Owner
        WHERE id = @Id AND owner = @Owner AND revision = @Revision AND deleted_at IS NULL
        RETURNING {TemplateTable.Columns}
        """;

    /// <summary>Null when the template is gone, or was changed since <paramref name="revision"/>.</summary>
    /// <param name="labels">JSON object.</param>
    public Task<TemplateRow?> SetLabelsAsync(string owner, Guid id, int revision, string labels, CancellationToken cancellationToken) =>
        WriteRowAsync(SetLabelsSql, new { Owner = owner, Id = id, Revision = revision, Labels = labels, Now = clock.GetUtcNow() }, cancellationToken);

    private const string DeleteSql =
        $"""
        UPDATE templates SET deleted_at = @Now, updated_at = @Now, updated_by = @Owner, revision = revision + 1
        WHERE id = @Id AND owner = @Owner AND deleted_at IS NULL
        RETURNING {TemplateTable.Columns}
        """;

    /// <summary>False when it is not found.</summary>
    public async Task<bool> DeleteAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        await WriteRowAsync(DeleteSql, new { Owner = owner, Id = id, Now = clock.GetUtcNow() }, cancellationToken) is not null;

    private const string FindDeletedNameSql = "SELECT name FROM templates WHERE id = @Id AND owner = @Owner AND deleted_at IS NOT NULL";

    private const string UndeleteSql =
        $"""
        UPDATE templates SET deleted_at = NULL, updated_at = @Now, updated_by = @Owner, revision = revision + 1
        WHERE id = @Id AND owner = @Owner AND deleted_at IS NOT NULL
        RETURNING {TemplateTable.Columns}
        """;

    /// <summary>Brings a deleted template back, unless its name has been given to another one.</summary>
    public async Task<TemplateStoring> UndeleteAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, Id = id, Now = clock.GetUtcNow() };
        try
        {
            return await database.WriteAsync<TemplateStoring>(
                async (connection, token) =>
                {
                    var name = await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition(FindDeletedNameSql, values, cancellationToken: token));
                    if (name is null)
                        return new TemplateStoring.NotFound();
                    if (await connection.FindTemplateByNameAsync(owner, name, token) is { } namesake && namesake.Id != id)
                        return new TemplateStoring.NameTaken();
                    // Null when another node brought it back at the same moment.
                    return await connection.QuerySingleOrDefaultAsync<TemplateRow>(new CommandDefinition(UndeleteSql, values, cancellationToken: token)) is { } row
                        ? new TemplateStoring.Stored(row, (await connection.FindTemplateVersionAsync(id, row.Version, token))!, IsNewVersion: false)
                        : new TemplateStoring.NotFound();
                },
                cancellationToken);
        }
        catch (DbException exception) when (exception.SqlState == UniqueViolation)
        {
            // Another node took the name at the same moment.
            return new TemplateStoring.NameTaken();
        }
    }

    private Task<TemplateRow?> WriteRowAsync(string sql, object values, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<TemplateRow>(new CommandDefinition(sql, values, cancellationToken: token)),
            cancellationToken);
}
