using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Exports;

/// <summary>Exports whose end is told by a message of the agent. What is not marked as told is told again; the message's id makes that harmless.</summary>
public sealed class ExportAnnouncementRepository(IDatabase database, TimeProvider clock)
{
    private const string RequestSql = "UPDATE exports SET announcement_id = @AnnouncementId WHERE id = @Id AND announcement_id IS NULL";

    /// <summary>Its end, also when that was a moment ago, is to be told.</summary>
    public Task RequestAsync(Guid id, CancellationToken cancellationToken)
    {
        var values = new { Id = id, AnnouncementId = Guid.CreateVersion7(clock.GetUtcNow()) };
        return database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(RequestSql, values, cancellationToken: token)), cancellationToken);
    }

    private const string DueSql =
        $"""
        SELECT {ExportRepository.Columns} FROM exports
        WHERE announcement_id IS NOT NULL AND announced_at IS NULL AND status <> 'running'
        ORDER BY id
        LIMIT 50
        """;

    /// <summary>Those that have ended and are not told of, oldest first, up to 50.</summary>
    public async Task<IReadOnlyList<ExportRow>> DueAsync(CancellationToken cancellationToken)
    {
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<ExportRow>(new CommandDefinition(DueSql, cancellationToken: token)), cancellationToken);
        return rows.AsList();
    }

    private const string DoneSql = "UPDATE exports SET announced_at = @Now WHERE id = @Id AND announced_at IS NULL";

    public Task DoneAsync(Guid id, CancellationToken cancellationToken)
    {
        var values = new { Id = id, Now = clock.GetUtcNow() };
        return database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(DoneSql, values, cancellationToken: token)), cancellationToken);
    }
}
