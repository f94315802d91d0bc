using PromptLab.Data.Dashboard;
using PromptLab.Data.Executions;
using PromptLab.Data.Templates;
using PromptLab.Host.Executions;
using PromptLab.Host.Templates;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Dashboard;

/// <summary>Reads everything that a dashboard shows.</summary>
internal sealed class DashboardReader(UsageRepository usage, TemplateReader templates, ExecutionList executions)
{
    private const int Recent = 5;

    public async Task<DashboardDto> ReadAsync(string owner, NetworkCalendar calendar, int days, CancellationToken cancellationToken)
    {
        var first = calendar.Today.AddDays(1 - days);
        var since = calendar.StartOf(first);
        var versions = await usage.VersionsAsync(owner, since, cancellationToken);
        return new(
            calendar.TimeZone.Id,
            Totals(await usage.CountAsync(owner, since, cancellationToken), DashboardFigures.Sum(versions)),
            DashboardFigures.Days(await DaysAsync(owner, since, calendar, cancellationToken), first, calendar.Today),
            DashboardFigures.Models(versions),
            DashboardFigures.Versions(versions),
            await TemplatesAsync(owner, cancellationToken),
            await ExecutionsAsync(owner, new(), cancellationToken),
            [.. (await usage.RecentRunsAsync(owner, Recent, cancellationToken)).Select(DashboardRunDto.Of)],
            await ExecutionsAsync(owner, new(Status: ExecutionStatus.Failed, From: since), cancellationToken));
    }

    private async Task<IReadOnlyList<DayUsageRow>> DaysAsync(
        string owner, DateTimeOffset since, NetworkCalendar calendar, CancellationToken cancellationToken)
    {
        var days = new List<DayUsageRow>();
        foreach (var span in OffsetSpan.Between(since, calendar.StartOf(calendar.Today.AddDays(1)), calendar.TimeZone))
        {
            days.AddRange(await usage.DaysAsync(owner, span.From, span.To, span.Offset, cancellationToken));
        }

        return days;
    }

    private static DashboardTotalsDto Totals(LabCounts counts, UsageFigures sum) => new(
        counts.Templates, counts.Pipelines, counts.Datasets, sum.Executions, counts.Runs, sum.Failed, sum.InputTokens, sum.OutputTokens, sum.Cost);

    private async Task<IReadOnlyList<TemplateSummaryDto>> TemplatesAsync(string owner, CancellationToken cancellationToken) =>
        [.. (await templates.ListAsync(owner, new TemplateFilter(), null, Recent, cancellationToken)).Data.Select(TemplateSummaryDto.Of)];

    private async Task<IReadOnlyList<ExecutionSummaryDto>> ExecutionsAsync(string owner, ExecutionFilter filter, CancellationToken cancellationToken) =>
        [.. (await executions.ReadAsync(owner, filter, null, Recent, cancellationToken)).Data.Select(ExecutionSummaryDto.Of)];
}
