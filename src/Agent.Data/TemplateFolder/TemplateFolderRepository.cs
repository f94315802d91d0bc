using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.TemplateFolder;

/// <summary>Which node keeps the folder in step: one at a time, for as long as it lives.</summary>
public sealed class TemplateFolderRepository(IDatabase database, TimeProvider clock)
{
    private const string TakeSql =
        """
        INSERT INTO template_folder (id, node, held_until) VALUES (1, @Node, @Until)
        ON CONFLICT (id) DO UPDATE SET node = excluded.node, held_until = excluded.held_until
        WHERE template_folder.node = @Node OR template_folder.held_until <= @Now
        RETURNING id
        """;

    /// <summary>Takes the folder, or keeps it. False while another node has it.</summary>
    public async Task<bool> TakeAsync(string node, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var values = new { Node = node, Until = now + lease, Now = now };
        return await database.WriteAsync(
            (connection, token) => connection.ExecuteScalarAsync<int?>(new CommandDefinition(TakeSql, values, cancellationToken: token)), cancellationToken) is not null;
    }

    private const string FinishSql = "UPDATE template_folder SET last_sync_at = @Now WHERE id = 1 AND node = @Node";

    public Task FinishAsync(string node, CancellationToken cancellationToken) => WriteAsync(FinishSql, node, cancellationToken);

    private const string ReleaseSql = "UPDATE template_folder SET held_until = @Now WHERE id = 1 AND node = @Node";

    /// <summary>Lets the next node have it at once.</summary>
    public Task ReleaseAsync(string node, CancellationToken cancellationToken) => WriteAsync(ReleaseSql, node, cancellationToken);

    private const string LastSql = "SELECT last_sync_at FROM template_folder WHERE id = 1";

    /// <summary>Null before the first time.</summary>
    public Task<DateTimeOffset?> LastSyncAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<DateTimeOffset?>(new CommandDefinition(LastSql, cancellationToken: token)), cancellationToken);

    private Task<int> WriteAsync(string sql, string node, CancellationToken cancellationToken) =>
        database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(sql, new { Node = node, Now = clock.GetUtcNow() }, cancellationToken: token)),
            cancellationToken);
}
