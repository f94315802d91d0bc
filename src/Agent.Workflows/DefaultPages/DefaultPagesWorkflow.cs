using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Reports;

namespace PromptLab.Workflows.DefaultPages;

/// <summary>WF4: clicks that end on default landing pages. Throws <see cref="Everflow.EverflowException"/>.</summary>
public sealed class DefaultPagesWorkflow
{
    private readonly ReportsClient _reports;
    private readonly NetworkCalendar _calendar;

    internal DefaultPagesWorkflow(ReportsClient reports, NetworkCalendar calendar) => (_reports, _calendar) = (reports, calendar);

    public async Task<DefaultPageCheckResult> RunAsync(DefaultPageCheckRequest request, CancellationToken cancellationToken)
    {
        var table = await new DefaultPageReport(_reports, request).ReadAsync(new DateRange(request.Date, request.Date), cancellationToken);
        return DefaultPageReport.Sum(request.Date, table.Rows, table.IsComplete);
    }

    /// <summary>The same check for every day of a range, read at once; the days that find something, oldest first.</summary>
    public async Task<IReadOnlyList<DefaultPageCheckResult>> RunDaysAsync(
        DefaultPageCheckRequest request, DateRange days, CancellationToken cancellationToken)
    {
        var table = await new DefaultPageReport(_reports, request).ReadDaysAsync(days, cancellationToken);
        return
        [
            .. table.Rows.Where(row => row.Day(_calendar) is not null).GroupBy(row => row.Day(_calendar)!.Value).OrderBy(group => group.Key)
                .Select(group => DefaultPageReport.Sum(group.Key, group, table.IsComplete)),
        ];
    }
}
