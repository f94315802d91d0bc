using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Operators;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Schedules;

/// <summary>Slots on their way from being due to being history. Every step is one conditional change, so that any number of nodes may try it.</summary>
public sealed class ScheduleRunRepository(IDatabase database, OperatorDesk operators, TimeProvider clock)
{
    private const string DueSql =
        $"""
        SELECT {ScheduleTable.Columns} FROM schedules
        WHERE next_run_at <= @Now AND is_enabled AND deleted_at IS NULL
        ORDER BY next_run_at, id
        LIMIT @Limit
        """;

    /// <summary>Schedules with a slot that nobody has handed out.</summary>
    public Task<IReadOnlyList<ScheduleRow>> DueAsync(int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                var values = new { Now = clock.GetUtcNow(), Limit = limit };
                var rows = await connection.QueryAsync<ScheduleRow>(new CommandDefinition(DueSql, values, cancellationToken: token));
                return (IReadOnlyList<ScheduleRow>)rows.AsList();
            },
            cancellationToken);

    /// <summary>Turns the due slots into runs and moves the schedule on. False when another node did, or the schedule has been changed.</summary>
    public Task<bool> HandOutAsync(ScheduleRow schedule, DueSlots slots, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            async (connection, token) =>
            {
                if (!await connection.MoveScheduleAsync(schedule, slots.Next, token))
                    return false;
                foreach (var slot in slots.Missed)
                    await connection.InsertRunAsync(NewRun(schedule.Id, slot, ScheduleRunStatus.Missed, now) with { AvailableAt = null }, token);
                if (slots.Run is { } run)
                    await connection.InsertRunAsync(NewRun(schedule.Id, run, ScheduleRunStatus.Running, now), token);
                return true;
            },
            cancellationToken);
    }

    /// <summary>Adds a run that a person asked for; its slot is now.</summary>
    public async Task<ScheduleRunRow> StartNowAsync(Guid scheduleId, CancellationToken cancellationToken)
    {
        var run = NewRun(scheduleId, clock.GetUtcNow(), ScheduleRunStatus.Running, clock.GetUtcNow());
        await database.WriteAsync((connection, token) => connection.InsertRunAsync(run, token), cancellationToken);
        return run;
    }

    private const string ToDoSql =
        """
        SELECT id FROM schedule_runs
        WHERE status = 'running' AND available_at <= @Now
        ORDER BY available_at, id
        LIMIT @Limit
        """;

    /// <summary>Runs that may be taken: new ones, those whose pause is over, and those whose process is gone.</summary>
    public Task<IReadOnlyList<Guid>> ToDoAsync(int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                var values = new { Now = clock.GetUtcNow(), Limit = limit };
                var ids = await connection.QueryAsync<Guid>(new CommandDefinition(ToDoSql, values, cancellationToken: token));
                return (IReadOnlyList<Guid>)ids.AsList();
            },
            cancellationToken);

    private const string ScheduleSql = $"SELECT {ScheduleTable.Columns} FROM schedules WHERE id = @Id";

    /// <summary>Takes a run for as long as the lease. Null when another process has it.</summary>
    public Task<ClaimedRun?> ClaimAsync(Guid runId, string node, TimeSpan lease, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync<ClaimedRun?>(
            async (connection, token) =>
            {
                if (await connection.ClaimRunAsync(runId, node, now + lease, now, token) is not { } run)
                    return null;
                var schedule = await connection.QuerySingleAsync<ScheduleRow>(
                    new CommandDefinition(ScheduleSql, new { Id = run.ScheduleId }, cancellationToken: token));
                return new(run, schedule);
            },
            cancellationToken);
    }

    /// <summary>Keeps a run for another lease. False when it is lost.</summary>
    public Task<bool> RenewAsync(ScheduleRunRow held, TimeSpan lease, CancellationToken cancellationToken) =>
        ChangeAsync(held, held with { AvailableAt = clock.GetUtcNow() + lease }, cancellationToken);

    /// <summary>Leaves a run to whoever comes next, after a pause. False when it is lost.</summary>
    /// <param name="summary">Why it is not done yet.</param>
    public Task<bool> PutBackAsync(ScheduleRunRow held, TimeSpan pause, string? summary, CancellationToken cancellationToken) =>
        ChangeAsync(held, held with { AvailableAt = clock.GetUtcNow() + pause, Summary = summary }, cancellationToken);

    /// <summary>Leaves a run whose attempt does not count, because this process is told to stop.</summary>
    public Task<bool> ReleaseAsync(ScheduleRunRow held, CancellationToken cancellationToken) =>
        ChangeAsync(held, held with { AvailableAt = clock.GetUtcNow(), Attempts = held.Attempts - 1 }, cancellationToken);

    /// <summary>Ends a run. The first failure in a row is told to the operators in the same transaction. False when the run is lost.</summary>
    public async Task<bool> FinishAsync(ScheduleRunRow held, bool isSuccess, string summary, OperatorNotice notice, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var finished = held with
        {
            Status = isSuccess ? ScheduleRunStatus.Succeeded : ScheduleRunStatus.Failed,
            AvailableAt = null,
            FinishedAt = now,
            Summary = summary,
        };
        var isFinished = await database.WriteAsync(
            async (connection, token) =>
            {
                if (!await connection.ChangeRunAsync(held, finished, token))
                    return false;
                if (await connection.CountStreakAsync(held.ScheduleId, isSuccess, token) == 1)
                    await operators.TellAsync(connection, notice, without: null, now, token);
                return true;
            },
            cancellationToken);
        operators.Told();
        return isFinished;
    }

    private const string TakeOverSql =
        """
        UPDATE schedule_runs SET available_at = @Now
        WHERE status = 'running' AND available_at > @Now AND node <> @Node AND summary IS NULL
        """;

    /// <summary>For a process that is the only one: what the last one held need not wait for its lease.</summary>
    public Task<int> TakeOverAsync(string node, CancellationToken cancellationToken)
    {
        var values = new { Node = node, Now = clock.GetUtcNow() };
        return database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(TakeOverSql, values, cancellationToken: token)), cancellationToken);
    }

    private const string ListSql =
        $"""
        SELECT {ScheduleRunTable.Columns} FROM schedule_runs
        WHERE schedule_id = @ScheduleId AND slot < @Before
        ORDER BY slot DESC
        LIMIT @Take
        """;

    /// <summary>The history of a schedule, latest slot first.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<ScheduleRunRow>> ListAsync(Guid scheduleId, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var values = new { ScheduleId = scheduleId, Before = ScheduleRunCursor.Read(cursor), Take = limit + 1 };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<ScheduleRunRow>(new CommandDefinition(ListSql, values, cancellationToken: token)),
            cancellationToken);
        return Page<ScheduleRunRow>.Of(rows.AsList(), limit, ScheduleRunCursor.Write);
    }

    private Task<bool> ChangeAsync(ScheduleRunRow held, ScheduleRunRow changed, CancellationToken cancellationToken) =>
        database.WriteAsync((connection, token) => connection.ChangeRunAsync(held, changed, token), cancellationToken);

    private static ScheduleRunRow NewRun(Guid scheduleId, DateTimeOffset slot, string status, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), ScheduleId = scheduleId, Slot = slot, Status = status, AvailableAt = now };
}
