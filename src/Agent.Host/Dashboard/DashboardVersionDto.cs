namespace PromptLab.Host.Dashboard;

/// <param name="TemplateName">As it was called when it ran.</param>
/// <param name="Cost">In the currency of the configured prices; null when none are known.</param>
/// <param name="MeanMs">Of an execution; null when none has ended.</param>
public sealed record DashboardVersionDto(
    Guid TemplateId, string TemplateName, int Version, long Executions, long Failed, long InputTokens, long OutputTokens, decimal? Cost, long? MeanMs);
