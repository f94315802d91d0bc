using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Schedules;

/// <summary>The table of runs: one row per schedule and slot, which is what keeps a slot from running twice.</summary>
internal static class ScheduleRunTable
{
    public const string Columns = "id, schedule_id, slot, status, attempts, node, available_at, started_at, finished_at, summary";

    private const string InsertSql =
        """
        INSERT INTO schedule_runs (id, schedule_id, slot, status, available_at)
        VALUES (@Id, @ScheduleId, @Slot, @Status, @AvailableAt)
        ON CONFLICT (schedule_id, slot) DO NOTHING
        """;

    /// <summary>False when the slot is there already.</summary>
    public static async Task<bool> InsertRunAsync(
        this DbConnection connection, ScheduleRunRow run, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(new CommandDefinition(InsertSql, run, cancellationToken: cancellationToken)) == 1;

    private const string MoveSql =
        """
        UPDATE schedules SET next_run_at = @Next
        WHERE id = @Id AND next_run_at = @NextRunAt AND updated_at = @UpdatedAt AND deleted_at IS NULL
        """;

    /// <summary>False when another node handed the slot out, or the schedule has been changed.</summary>
    public static async Task<bool> MoveScheduleAsync(
        this DbConnection connection, ScheduleRow schedule, DateTimeOffset next, CancellationToken cancellationToken)
    {
        var values = new { schedule.Id, schedule.NextRunAt, schedule.UpdatedAt, Next = next };
        return await connection.ExecuteAsync(new CommandDefinition(MoveSql, values, cancellationToken: cancellationToken)) == 1;
    }

    private const string ClaimSql =
        $"""
        UPDATE schedule_runs
        SET node = @Node, attempts = attempts + 1, available_at = @Until, started_at = COALESCE(started_at, @Now)
        WHERE id = @Id AND status = 'running' AND available_at <= @Now
        RETURNING {Columns}
        """;

    /// <summary>Null when it is taken, or done.</summary>
    public static Task<ScheduleRunRow?> ClaimRunAsync(
        this DbConnection connection, Guid id, string node, DateTimeOffset until, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ScheduleRunRow>(
            new CommandDefinition(ClaimSql, new { Id = id, Node = node, Until = until, Now = now }, cancellationToken: cancellationToken));

    private const string ChangeSql =
        """
        UPDATE schedule_runs
        SET status = @Status, available_at = @AvailableAt, finished_at = @FinishedAt, summary = @Summary, attempts = @Attempts
        WHERE id = @Id AND status = 'running' AND node = @Node AND attempts = @Held
        """;

    /// <summary>False when the process that writes no longer holds the run.</summary>
    /// <param name="held">The run as it was claimed.</param>
    public static async Task<bool> ChangeRunAsync(
        this DbConnection connection, ScheduleRunRow held, ScheduleRunRow changed, CancellationToken cancellationToken)
    {
        var values = new
        {
            held.Id,
            held.Node,
            Held = held.Attempts,
            changed.Status,
            changed.AvailableAt,
            changed.FinishedAt,
            changed.Summary,
            changed.Attempts,
        };
        return await connection.ExecuteAsync(new CommandDefinition(ChangeSql, values, cancellationToken: cancellationToken)) == 1;
    }

    private const string StreakSql =
        """
        UPDATE schedules SET failure_streak = CASE WHEN @IsSuccess THEN 0 ELSE failure_streak + 1 END
        WHERE id = @Id
        RETURNING failure_streak
        """;

    /// <summary>Slots that failed in a row, this one included.</summary>
    public static Task<int> CountStreakAsync(
        this DbConnection connection, Guid scheduleId, bool isSuccess, CancellationToken cancellationToken) =>
        connection.ExecuteScalarAsync<int>(
            new CommandDefinition(StreakSql, new { Id = scheduleId, IsSuccess = isSuccess }, cancellationToken: cancellationToken));

    private const string AbandonSql =
        """
        UPDATE schedule_runs SET status = 'failed', available_at = NULL, finished_at = @Now, summary = 'The schedule was removed.'
        WHERE status = 'running' AND schedule_id IN (SELECT id FROM schedules WHERE kind = @Kind AND target = @Target)
        """;

    /// <summary>Ends the runs of a schedule that is removed; who holds one finds that it is lost.</summary>
    public static Task<int> AbandonRunsAsync(
        this DbConnection connection, string kind, string target, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            new CommandDefinition(AbandonSql, new { Kind = kind, Target = target, Now = now }, cancellationToken: cancellationToken));
}
