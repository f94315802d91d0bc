using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Schedules;

/// <summary>Schedules as people see them: their own, and those of alert rules, which concern everybody.</summary>
public sealed class ScheduleRepository(IDatabase database, TimeProvider clock)
{
    /// <summary>Makes the schedule of a kind and target, or changes the one that is there.</summary>
    public Task<ScheduleRow> SaveAsync(ScheduleValues schedule, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync((connection, token) => connection.SaveScheduleAsync(schedule, now, token), cancellationToken);
    }

    /// <summary>False when there is none.</summary>
    public Task<bool> DeleteAsync(string kind, string target, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync((connection, token) => connection.DeleteScheduleAsync(kind, target, now, token), cancellationToken);
    }

    private const string Seen =
        """
        SELECT schedules.id, number, owner, kind, target, title, payload, time, days, day_of_month, time_zone, is_enabled, next_run_at,
            failure_streak, created_at, updated_at,
            last_run.status AS last_status, last_run.slot AS last_slot, last_run.finished_at AS last_finished_at, last_run.summary AS last_summary
        FROM schedules
        LEFT JOIN schedule_runs AS last_run ON last_run.schedule_id = schedules.id
            AND last_run.slot = (SELECT MAX(slot) FROM schedule_runs WHERE schedule_runs.schedule_id = schedules.id)
        WHERE deleted_at IS NULL AND (owner = @Owner OR kind <> 'workflow')
        """;

    private const string ListSql = Seen + " AND number > @After ORDER BY number LIMIT @Take";

    /// <summary>By number, the last run of each with it.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<ScheduleRow>> ListAsync(string owner, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, After = ScheduleCursor.Read(cursor), Take = limit + 1 };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<ScheduleRow>(new CommandDefinition(ListSql, values, cancellationToken: token)),
            cancellationToken);
        return Page<ScheduleRow>.Of(rows.AsList(), limit, ScheduleCursor.Write);
    }

    private const string FindSql = Seen + " AND schedules.id = @Id";

    public Task<ScheduleRow?> FindAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, Id = id };
        return database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<ScheduleRow>(
                new CommandDefinition(FindSql, values, cancellationToken: token)),
            cancellationToken);
    }
}
