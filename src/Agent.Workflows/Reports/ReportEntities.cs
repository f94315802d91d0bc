using System.Globalization;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Entities;

namespace PromptLab.Workflows.Reports;

/// <summary>Who or what a row of a report is of.</summary>
internal static class ReportEntities
{
    /// <summary>The entity of a column; <paramref name="noun"/> and the id stand in for a name that the reply lacks.</summary>
    public static NamedEntity Entity(this ReportRow row, string column, string noun)
    {
        var cell = row.Cell(column);
        var id = int.TryParse(cell?.Id, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var name = string.IsNullOrWhiteSpace(cell?.Label) ? string.Create(CultureInfo.InvariantCulture, $"{noun} {id}") : cell.Label;
        return new NamedEntity(id, name);
    }

    public static NamedEntity Partner(this ReportRow row) => row.Entity(ReportColumn.Partner, "Partner");

    public static NamedEntity Offer(this ReportRow row) => row.Entity(ReportColumn.Offer, "Offer");

    /// <summary>Id 0 is the offer's own destination.</summary>
    public static NamedEntity LandingPage(this ReportRow row) => row.Entity(ReportColumn.LandingPage, "Landing page");

    /// <summary>The day of a report by date, whose cells hold midnights as Unix seconds; null when the reply has something else there.</summary>
    public static DateOnly? Day(this ReportRow row, NetworkCalendar calendar) =>
        long.TryParse(row.Cell(ReportColumn.Date)?.Id, CultureInfo.InvariantCulture, out var seconds)
            ? calendar.DayOf(DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;
}
