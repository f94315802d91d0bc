namespace PromptLab.Host.Dashboard;

/// <summary>What the executions that began on one day took.</summary>
/// <param name="Cost">In the currency of the configured prices; null when none are known.</param>
public sealed record DashboardDayDto(DateOnly Day, long Executions, long Failed, long InputTokens, long OutputTokens, decimal? Cost);
