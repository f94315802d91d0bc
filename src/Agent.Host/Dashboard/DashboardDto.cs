using PromptLab.Host.Executions;
using PromptLab.Host.Templates;

namespace PromptLab.Host.Dashboard;

/// <summary>What an owner's prompt lab did lately.</summary>
/// <param name="TimeZone">IANA name; days begin and end there.</param>
/// <param name="Days">Every day up to today, the oldest first.</param>
/// <param name="Models">The most used first.</param>
/// <param name="Versions">The most used first; at most 20.</param>
public sealed record DashboardDto(
    string TimeZone, DashboardTotalsDto Totals, IReadOnlyList<DashboardDayDto> Days, IReadOnlyList<DashboardModelDto> Models,
    IReadOnlyList<DashboardVersionDto> Versions, IReadOnlyList<TemplateSummaryDto> RecentTemplates,
    IReadOnlyList<ExecutionSummaryDto> RecentExecutions, IReadOnlyList<DashboardRunDto> RecentRuns, IReadOnlyList<ExecutionSummaryDto> Failures);
