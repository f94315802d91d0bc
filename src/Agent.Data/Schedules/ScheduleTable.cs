using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Schedules;

/// <summary>The table of schedules, for the units that write it along with other rows.</summary>
internal static class ScheduleTable
{
    public const string Columns =
        """
        id, number, owner, kind, target, title, payload, time, days, day_of_month, time_zone, is_enabled, next_run_at,
        failure_streak, created_at, updated_at
        """;

    // A slot that is due already stays due as long as the times are the same.
    private const string UpdateSql =
        $"""
        UPDATE schedules
        SET owner = @Owner, title = @Title, payload = @Payload,
            next_run_at = CASE
                WHEN @IsEnabled AND is_enabled AND time = @Time AND days = @Days AND time_zone = @TimeZone
                    AND COALESCE(day_of_month, 0) = COALESCE(@DayOfMonth, 0) THEN next_run_at
                ELSE @NextRunAt END,
            time = @Time, days = @Days, day_of_month = @DayOfMonth, time_zone = @TimeZone, is_enabled = @IsEnabled, updated_at = @Now
        WHERE kind = @Kind AND target = @Target AND deleted_at IS NULL
        RETURNING {Columns}
        """;

    private const string NumberSql =
        """
        INSERT INTO schedule_numbers (id, last) VALUES (1, 1)
        ON CONFLICT (id) DO UPDATE SET last = schedule_numbers.last + 1
        RETURNING last
        """;

    private const string InsertSql =
        $"""
        INSERT INTO schedules
            (id, number, owner, kind, target, title, payload, time, days, day_of_month, time_zone, is_enabled, next_run_at, created_at, updated_at)
        VALUES
            (@Id, @Number, @Owner, @Kind, @Target, @Title, @Payload, @Time, @Days, @DayOfMonth, @TimeZone, @IsEnabled, @NextRunAt, @Now, @Now)
        RETURNING {Columns}
        """;

    /// <summary>Makes the schedule of a kind and target, or changes the one that is there.</summary>
    public static async Task<ScheduleRow> SaveScheduleAsync(
        this DbConnection connection, ScheduleValues schedule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new DynamicParameters(schedule);
        values.Add("Now", now);
        // The number's row is locked first, so that two nodes cannot make the same schedule at once.
        var known = await connection.QuerySingleOrDefaultAsync<ScheduleRow>(
            new CommandDefinition(UpdateSql, values, cancellationToken: cancellationToken));
        if (known is not null)
            return known;
        var number = await connection.ExecuteScalarAsync<int>(new CommandDefinition(NumberSql, cancellationToken: cancellationToken));
        known = await connection.QuerySingleOrDefaultAsync<ScheduleRow>(
            new CommandDefinition(UpdateSql, values, cancellationToken: cancellationToken));
        if (known is not null)
            return known;
        values.Add("Number", number);
        return await connection.QuerySingleAsync<ScheduleRow>(new CommandDefinition(InsertSql, values, cancellationToken: cancellationToken));
    }

    private const string DeleteSql =
        """
        UPDATE schedules SET deleted_at = @Now, next_run_at = NULL, is_enabled = FALSE
        WHERE kind = @Kind AND target = @Target AND deleted_at IS NULL
        """;

    /// <summary>What of it has not run yet is not run any more. False when there is none.</summary>
    public static async Task<bool> DeleteScheduleAsync(
        this DbConnection connection, string kind, string target, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await connection.AbandonRunsAsync(kind, target, now, cancellationToken);
        return await connection.ExecuteAsync(
            new CommandDefinition(DeleteSql, new { Kind = kind, Target = target, Now = now }, cancellationToken: cancellationToken)) == 1;
    }
}
