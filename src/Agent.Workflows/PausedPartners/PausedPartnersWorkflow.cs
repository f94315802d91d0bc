using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Entities;
using PromptLab.Workflows.Reports;

namespace PromptLab.Workflows.PausedPartners;

/// <summary>WF5: partners whose revenue fell, and why. Throws <see cref="Everflow.EverflowException"/>.</summary>
public sealed class PausedPartnersWorkflow
{
    // Small enough for a network with 300 partners a day to be read without being cut off.
    private const int DaysPerReport = 30;
    private static readonly string[] Columns = [ReportColumn.Partner];
    private static readonly string[] DayColumns = [ReportColumn.Date, ReportColumn.Partner];
    private readonly ReportsClient _reports;
    private readonly NetworkCalendar _calendar;
    private readonly DropFinder _finder;
    private readonly DropExplainer _explainer;

    internal PausedPartnersWorkflow(ReportsClient reports, Catalogue catalogue, NetworkCalendar calendar)
    {
        (_reports, _calendar) = (reports, calendar);
        _finder = new DropFinder(catalogue, calendar);
        _explainer = new DropExplainer(reports, catalogue, calendar);
    }

    /// <summary>Four reports at most, however many partners fell.</summary>
    public async Task<PausedPartnerCheckResult> RunAsync(PausedPartnerCheckRequest request, CancellationToken cancellationToken)
    {
        var (before, now) = (request.Before, request.Now);
        var tables = await Task.WhenAll(new[] { before, now }.Select(range =>
            _reports.GetTableAsync(new ReportQuery(range.From, range.To, Columns, []), cancellationToken)));
        var drops = await _finder.FindAsync(request, tables[0].Rows, tables[1].Rows, cancellationToken);
        var listed = drops.Take(PausedPartnerCheckResult.MostListed).ToArray();
        var explained = listed.Length == 0 ? [] : await _explainer.ExplainAsync(request, listed, cancellationToken);
        return new PausedPartnerCheckResult(
            now, before, [.. explained, .. drops.Skip(listed.Length).Select(drop => new PausedPartner(drop, null))], tables.All(table => table.IsComplete));
    }

    /// <summary>The same check as of every day of a range, read at once and not explained; the days that find something, oldest first.</summary>
    public async Task<IReadOnlyList<PausedPartnerDay>> RunDaysAsync(
        PausedPartnerCheckRequest request, DateRange lastDays, CancellationToken cancellationToken)
    {
        var rows = await ReadDaysAsync(new DateRange((request with { LastDay = lastDays.From }).Before.From, lastDays.To), cancellationToken);
        var found = new List<PausedPartnerDay>();
        for (var day = lastDays.From; day <= lastDays.To; day = day.AddDays(1))
        {
            var check = request with { LastDay = day };
            var drops = await _finder.FindAsync(check, Rows(rows, check.Before), Rows(rows, check.Now), cancellationToken);
            if (drops.Count > 0)
            {
                found.Add(new PausedPartnerDay(day, drops));
            }
        }

        return found;
    }

    private async Task<ILookup<DateOnly, ReportRow>> ReadDaysAsync(DateRange range, CancellationToken cancellationToken)
    {
        var pieces = Enumerable.Range(0, (range.Days + DaysPerReport - 1) / DaysPerReport).Select(piece => range.From.AddDays(piece * DaysPerReport));
        var tables = await Task.WhenAll(pieces.Select(from => _reports.GetTableAsync(
            new ReportQuery(from, Earlier(from.AddDays(DaysPerReport - 1), range.To), DayColumns, []), cancellationToken)));
        return tables.SelectMany(table => table.Rows).Where(row => row.Day(_calendar) is not null).ToLookup(row => row.Day(_calendar)!.Value);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static IEnumerable<ReportRow> Rows(ILookup<DateOnly, ReportRow> days, DateRange range) =>
        Enumerable.Range(0, range.Days).SelectMany(day => days[range.From.AddDays(day)]);
}
