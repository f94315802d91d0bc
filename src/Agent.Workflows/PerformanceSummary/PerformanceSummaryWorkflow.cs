using PromptLab.Everflow.Labels;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Reports;

namespace PromptLab.Workflows.PerformanceSummary;

/// <summary>WF6: totals by country or offer, optionally against the period before. Throws <see cref="Everflow.EverflowException"/>.</summary>
public sealed class PerformanceSummaryWorkflow
{
    private readonly ReportsClient _reports;
    private readonly LabelsClient _labels;
    private readonly CountryFilters _countries;

    internal PerformanceSummaryWorkflow(ReportsClient reports, LabelsClient labels, CountryFilters countries) =>
        (_reports, _labels, _countries) = (reports, labels, countries);

    public async Task<PerformanceSummaryResult> RunAsync(PerformanceSummaryRequest request, CancellationToken cancellationToken)
    {
        var scopes = await ScopesAsync(request.Label, cancellationToken);
        if (scopes.Count == 0)
        {
            return new PerformanceSummaryResult.LabelUnused(request.Label!);
        }

        var report = new SummaryReport(_reports, request.GroupBy, scopes, await _countries.OfAsync(request.Country, cancellationToken));
        var before = request.Compare ? Before(request.Range) : null;
        DateRange[] ranges = before is null ? [request.Range] : [request.Range, before];
        var periods = await Task.WhenAll(ranges.Select(range => report.ReadAsync(range, cancellationToken)));
        return Summarise(periods[0], before, periods.ElementAtOrDefault(1));
    }

    private static DateRange Before(DateRange range) => new(range.From.AddDays(-range.Days), range.From.AddDays(-1));

    private async Task<IReadOnlyList<LabelScope>> ScopesAsync(string? label, CancellationToken cancellationToken)
    {
        if (label is null)
        {
            return [LabelScope.Unlimited];
        }

        return await _labels.FindAsync(label, cancellationToken) is { } found ? LabelScope.Of(found) : [];
    }

    private static PerformanceSummaryResult Summarise(SummaryPeriod period, DateRange? before, SummaryPeriod? previous)
    {
        if (period.IsEmpty && (previous?.IsEmpty ?? true))
        {
            return new PerformanceSummaryResult.Empty();
        }

        var keys = previous is null ? period.Groups.Keys : period.Groups.Keys.Union(previous.Groups.Keys);
        var rows = keys.Select(key => new SummaryRow(key.Id, key.Name, period.Groups.GetValueOrDefault(key), previous?.Groups.GetValueOrDefault(key)));
        return new PerformanceSummaryResult.Summary(
            [.. rows.OrderByDescending(row => row.Metrics.Revenue).ThenByDescending(row => row.Metrics.Conversions).ThenBy(row => row.Name, StringComparer.Ordinal)],
            period.Total,
            before,
            previous?.Total,
            period.IsComplete && (previous?.IsComplete ?? true));
    }
}
