namespace PromptLab.Host.Dashboard;

/// <param name="Templates">Of your own, now; so are pipelines and datasets. All others are of the days that were asked for.</param>
/// <param name="Executions">That have ended.</param>
/// <param name="Cost">In the currency of the configured prices; null when none are known.</param>
public sealed record DashboardTotalsDto(long Templates, long Pipelines, long Datasets, long Executions, long Runs, long Failed, long InputTokens, long OutputTokens, decimal? Cost);
