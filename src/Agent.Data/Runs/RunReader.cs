using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Turns;

namespace PromptLab.Data.Runs;

/// <summary>Reads runs. Only the owner finds one; its parts are for whoever has found it.</summary>
public sealed class RunReader(IDatabase database)
{
    private const string FindSql = $"SELECT {RunTable.Columns} FROM runs WHERE id = @Id AND owner = @Owner";

    public Task<RunRow?> FindAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<RunRow>(
                new CommandDefinition(FindSql, new { Owner = owner, Id = id }, cancellationToken: token)),
            cancellationToken);

    private const string StepsSql = $"SELECT {RunTable.StepColumns} FROM run_steps WHERE run_id = @Id AND attempt = @Attempt ORDER BY ordinal";

    public async Task<IReadOnlyList<RunStepRow>> StepsAsync(Guid id, int attempt, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            (connection, token) => connection.QueryAsync<RunStepRow>(
                new CommandDefinition(StepsSql, new { Id = id, Attempt = attempt }, cancellationToken: token)),
            cancellationToken)).AsList();

    private const string AttemptsSql = $"SELECT {RunTable.AttemptColumns} FROM run_attempts WHERE run_id = @Id ORDER BY number";

    /// <summary>The first one first.</summary>
    public async Task<IReadOnlyList<RunAttemptRow>> AttemptsAsync(Guid id, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            (connection, token) => connection.QueryAsync<RunAttemptRow>(new CommandDefinition(AttemptsSql, new { Id = id }, cancellationToken: token)),
            cancellationToken)).AsList();

    /// <inheritdoc cref="EventTable.ReadAsync"/>
    public Task<IReadOnlyList<StoredEvent>> EventsAsync(Guid id, long after, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => RunLife.Events.ReadAsync(connection, id, after, token), cancellationToken);
}
