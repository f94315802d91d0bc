using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.TemplateFolder;

/// <summary>Which file belongs to which template, and what both were when they were in step last.</summary>
public sealed class TemplateFileRepository(IDatabase database, TimeProvider clock)
{
    private const string Columns =
        """
        templates.id AS template_id, name, revision, deleted_at, file, base_hash, file_hash, synced_revision, conflict_since
        """;

    private const string ReadSql =
        $"""
        SELECT {Columns} FROM templates LEFT JOIN template_files ON template_files.template_id = templates.id
        WHERE templates.owner = @Owner AND deleted_at IS NULL
        UNION ALL
        SELECT {Columns} FROM template_files JOIN templates ON templates.id = template_files.template_id
        WHERE template_files.owner = @Owner AND templates.owner = @Owner AND deleted_at IS NOT NULL
        """;

    /// <summary>All that the owner has, and what was deleted while it had a file.</summary>
    public async Task<IReadOnlyList<TemplateFileRow>> ReadAsync(string owner, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            (connection, token) => connection.QueryAsync<TemplateFileRow>(new CommandDefinition(ReadSql, new { Owner = owner }, cancellationToken: token)),
            cancellationToken)).AsList();

    private const string RememberSql =
        """
        INSERT INTO template_files (template_id, owner, file, base_hash, file_hash, synced_revision, synced_at)
        VALUES (@TemplateId, @Owner, @File, @BaseHash, @FileHash, @Revision, @Now)
        ON CONFLICT (template_id) DO UPDATE SET
            file = excluded.file, base_hash = excluded.base_hash, file_hash = excluded.file_hash, synced_revision = excluded.synced_revision,
            synced_at = excluded.synced_at, conflict_since = NULL
        """;

    /// <summary>Both sides say the same now.</summary>
    public Task RememberAsync(
        string owner, Guid templateId, string file, string baseHash, string fileHash, int revision, CancellationToken cancellationToken) =>
        WriteAsync(
            RememberSql,
            new { TemplateId = templateId, Owner = owner, File = file, BaseHash = baseHash, FileHash = fileHash, Revision = revision, Now = clock.GetUtcNow() },
            cancellationToken);

    private const string DisputeSql =
        """
        INSERT INTO template_files (template_id, owner, file, conflict_since) VALUES (@TemplateId, @Owner, @File, @Now)
        ON CONFLICT (template_id) DO UPDATE SET file = excluded.file, conflict_since = COALESCE(template_files.conflict_since, excluded.conflict_since)
        """;

    /// <summary>Both sides changed; the first time counts.</summary>
    public Task DisputeAsync(string owner, Guid templateId, string file, CancellationToken cancellationToken) =>
        WriteAsync(DisputeSql, new { TemplateId = templateId, Owner = owner, File = file, Now = clock.GetUtcNow() }, cancellationToken);

    private const string ForgetSql = "DELETE FROM template_files WHERE template_id = @TemplateId AND owner = @Owner";

    /// <summary>Both sides are gone.</summary>
    public Task ForgetAsync(string owner, Guid templateId, CancellationToken cancellationToken) =>
        WriteAsync(ForgetSql, new { TemplateId = templateId, Owner = owner }, cancellationToken);

    private Task<int> WriteAsync(string sql, object values, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, token) => connection.ExecuteAsync(new CommandDefinition(sql, values, cancellationToken: token)), cancellationToken);
}
