using System.Globalization;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.PerformanceSummary;

/// <summary>Reads one period of a summary and adds its parts up by country or offer.</summary>
internal sealed class SummaryReport(
    ReportsClient reports, SummaryGrouping groupBy, IReadOnlyList<LabelScope> scopes, IReadOnlyList<ReportFilter> countries)
{
    private static readonly string[] CountryColumns = [ReportColumn.Country];
    private static readonly string[] OfferColumns = [ReportColumn.Offer];
    private static readonly string[] UnknownNames = ["", "unknown", "n/a", "-", "--"];

    private string[] Columns => groupBy == SummaryGrouping.Country ? CountryColumns : OfferColumns;

    public async Task<SummaryPeriod> ReadAsync(DateRange range, CancellationToken cancellationToken)
    {
        var tables = await Task.WhenAll(scopes.Select(scope => reports.GetTableAsync(Query(range, scope), cancellationToken)));
        var groups = new Dictionary<(int? Id, string? Name), ReportMetrics>();
        foreach (var row in tables.SelectMany(table => table.Rows))
        {
            var key = Key(row);
            groups[key] = groups.GetValueOrDefault(key) + row.Metrics;
        }

        return new SummaryPeriod(groups, tables.All(table => table.IsComplete));
    }

    private ReportQuery Query(DateRange range, LabelScope scope) =>
        new(range.From, range.To, Columns, [.. scope.Filters, .. countries]) { Exclusions = scope.Exclusions };

    private (int? Id, string? Name) Key(ReportRow row)
    {
        var cell = row.Cell(Columns[0]);
        var label = (cell?.Label ?? cell?.Id ?? "").Trim();
        if (groupBy == SummaryGrouping.Country)
        {
            return (null, UnknownNames.Contains(label, StringComparer.OrdinalIgnoreCase) ? null : label);
        }

        return (int.TryParse(cell?.Id, CultureInfo.InvariantCulture, out var id) ? id : 0, label);
    }
}
