using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Dashboard;

/// <summary>Figures over an owner's executions, read from the sums of migration 0031, so that they cost the same at any number of executions.</summary>
public sealed class UsageRepository(IDatabase database)
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    internal const string DaysSql =
        """
        SELECT (quarter + @Offset) / 96 AS day, CAST(SUM(executions) AS bigint) AS executions, CAST(SUM(failed) AS bigint) AS failed,
            CAST(SUM(input_tokens) AS bigint) AS input_tokens, CAST(SUM(output_tokens) AS bigint) AS output_tokens, SUM(cost) AS cost
        FROM execution_quarters
        WHERE owner = @Owner AND quarter >= @First AND quarter < @End
        GROUP BY 1
        ORDER BY 1
        """;

    /// <summary>Per day of a time during which a time zone's <paramref name="offset"/> from UTC does not change; days without executions are left out.</summary>
    public async Task<IReadOnlyList<DayUsageRow>> DaysAsync(
        string owner, DateTimeOffset from, DateTimeOffset to, TimeSpan offset, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, First = Quarters(from - DateTimeOffset.UnixEpoch), End = Quarters(to - DateTimeOffset.UnixEpoch), Offset = Quarters(offset) };
        return (await database.ReadAsync(
            (connection, token) => connection.QueryAsync<DayUsageRow>(new CommandDefinition(DaysSql, values, cancellationToken: token)),
            cancellationToken)).AsList();
    }

    // Whole UTC days are sums already; what the first day has before them is counted from the executions and judgements themselves.
    internal const string VersionsSql =
        """
        SELECT template_id, MAX(template_name) AS template_name, version, provider, model, CAST(SUM(executions) AS bigint) AS executions,
            CAST(SUM(failed) AS bigint) AS failed, CAST(SUM(input_tokens) AS bigint) AS input_tokens,
            CAST(SUM(output_tokens) AS bigint) AS output_tokens, SUM(cost) AS cost, CAST(SUM(duration_ms) AS bigint) AS duration_ms
        FROM (
            SELECT template_id, template_name, version, provider, model, executions, failed, input_tokens, output_tokens, cost, duration_ms
            FROM execution_days
            WHERE owner = @Owner AND day >= @Day
            UNION ALL
            SELECT template_id, template_name, version, provider, model, 1, CASE WHEN status = 'failed' THEN 1 ELSE 0 END, input_tokens, output_tokens, cost,
                COALESCE(duration_ms, 0)
            FROM executions
            WHERE owner = @Owner AND created_at >= @Since AND created_at < @DayStart AND status <> 'running'
            UNION ALL
            SELECT template_id, template_name, version, provider, model, 0, 0, input_tokens, output_tokens, cost, 0
            FROM judgements
            WHERE owner = @Owner AND created_at >= @Since AND created_at < @DayStart) AS used
        GROUP BY template_id, version, provider, model
        """;

    /// <summary>Per version and model.</summary>
    public async Task<IReadOnlyList<VersionUsageRow>> VersionsAsync(string owner, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var day = ((since - DateTimeOffset.UnixEpoch).Ticks + Day.Ticks - 1) / Day.Ticks;
        var values = new { Owner = owner, Since = since, Day = day, DayStart = DateTimeOffset.UnixEpoch + day * Day };
        return (await database.ReadAsync(
            (connection, token) => connection.QueryAsync<VersionUsageRow>(new CommandDefinition(VersionsSql, values, cancellationToken: token)),
            cancellationToken)).AsList();
    }

    internal const string CountsSql =
        """
        SELECT
            (SELECT COUNT(*) FROM templates WHERE owner = @Owner AND deleted_at IS NULL) AS templates,
            (SELECT COUNT(*) FROM pipelines WHERE owner = @Owner AND deleted_at IS NULL) AS pipelines,
            (SELECT COUNT(*) FROM datasets WHERE owner = @Owner AND deleted_at IS NULL) AS datasets,
            (SELECT COUNT(*) FROM runs WHERE owner = @Owner AND created_at >= @Since) AS runs
        """;

    /// <summary>What the owner has now, and the runs that began since then.</summary>
    public Task<LabCounts> CountAsync(string owner, DateTimeOffset since, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleAsync<LabCounts>(new CommandDefinition(CountsSql, new { Owner = owner, Since = since }, cancellationToken: token)),
            cancellationToken);

    internal const string RecentRunsSql =
        """
        SELECT id, pipeline_id, pipeline_name, pipeline_revision, status, duration_ms, cost, created_at, finished_at FROM runs
        WHERE owner = @Owner
        ORDER BY created_at DESC, id DESC
        LIMIT @Take
        """;

    public async Task<IReadOnlyList<RecentRunRow>> RecentRunsAsync(string owner, int take, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            (connection, token) => connection.QueryAsync<RecentRunRow>(new CommandDefinition(RecentRunsSql, new { Owner = owner, Take = take }, cancellationToken: token)),
            cancellationToken)).AsList();

    private static long Quarters(TimeSpan time) => time.Ticks / (15 * TimeSpan.TicksPerMinute);
}
