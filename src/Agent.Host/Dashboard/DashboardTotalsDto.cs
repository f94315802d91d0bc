namespace PromptLab.Host.Dashboard;

/// <param name="Templates">That there are now; the others are of the days that were asked for.</param>
/// <param name="Executions">That have ended.</param>
/// <param name="Cost">In the currency of the configured prices; null when none are known.</param>
public sealed record DashboardTotalsDto(long Templates, long Executions, long Failed, long InputTokens, long OutputTokens, decimal? Cost);
