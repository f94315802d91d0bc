namespace PromptLab.Host.Dashboard;

/// <param name="Provider">The one that answered.</param>
/// <param name="Cost">In the currency of the configured prices; null when none are known.</param>
/// <param name="MeanMs">Of an execution; null when none has ended.</param>
public sealed record DashboardModelDto(
    string Provider, string Model, long Executions, long Failed, long InputTokens, long OutputTokens, decimal? Cost, long? MeanMs);
