using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Exports;

/// <summary>What time and dead processes do to exports.</summary>
public sealed class ExportCleaningRepository(IDatabase database, TimeProvider clock)
{
    private const string AbandonedSql =
        """
        UPDATE exports SET status = 'failed', error_code = @Code, error = @Error, completed_at = @Now
        WHERE status = 'running' AND (node = @Node OR lease_until < @Now)
        RETURNING id
        """;

    /// <summary>Ends exports that nobody writes any more.</summary>
    /// <param name="node">This process before it writes anything itself: all that its last life left behind. Empty: only those whose
    /// lease has run out.</param>
    public Task<IReadOnlyList<Guid>> FailAbandonedAsync(string node, string code, string error, CancellationToken cancellationToken) =>
        ChangeAsync(AbandonedSql, new { Node = node, Code = code, Error = error, Now = clock.GetUtcNow() }, cancellationToken);

    private const string ExpireSql = "UPDATE exports SET status = 'expired' WHERE status = 'ready' AND expires_at <= @Now RETURNING id";

    /// <returns>Whose files are to be removed.</returns>
    public Task<IReadOnlyList<Guid>> ExpireAsync(CancellationToken cancellationToken) =>
        ChangeAsync(ExpireSql, new { Now = clock.GetUtcNow() }, cancellationToken);

    private const string ForgetSql = "DELETE FROM exports WHERE status <> 'running' AND status <> 'ready' AND created_at < @Before RETURNING id";

    /// <summary>Removes rows without a file that are older than this.</summary>
    public Task<IReadOnlyList<Guid>> ForgetAsync(TimeSpan age, CancellationToken cancellationToken) =>
        ChangeAsync(ForgetSql, new { Before = clock.GetUtcNow() - age }, cancellationToken);

    private const string WithFileSql = "SELECT id FROM exports WHERE status = 'running' OR status = 'ready'";

    /// <summary>The exports that may have files.</summary>
    public async Task<IReadOnlySet<Guid>> WithFilesAsync(CancellationToken cancellationToken)
    {
        var ids = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<Guid>(new CommandDefinition(WithFileSql, cancellationToken: token)), cancellationToken);
        return ids.ToHashSet();
    }

    private async Task<IReadOnlyList<Guid>> ChangeAsync(string sql, object values, CancellationToken cancellationToken)
    {
        var ids = await database.WriteAsync(
            (connection, token) => connection.QueryAsync<Guid>(new CommandDefinition(sql, values, cancellationToken: token)), cancellationToken);
        return ids.AsList();
    }
}
