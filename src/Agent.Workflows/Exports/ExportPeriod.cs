namespace PromptLab.Workflows.Exports;

/// <param name="From">First day, <c>yyyy-MM-dd</c>.</param>
/// <param name="To">Last day, <c>yyyy-MM-dd</c>.</param>
public sealed record ExportPeriod(string From, string To, string TimeZone);
