using System.Globalization;
using PromptLab.Everflow.Reports;

namespace PromptLab.Workflows.Stats;

/// <summary>The day of a cell of the column <c>date</c>, whose id is its midnight as Unix seconds.</summary>
internal static class ReportDay
{
    public static string Of(ReportCell? cell, TimeZoneInfo zone) =>
        long.TryParse(cell?.Id, CultureInfo.InvariantCulture, out var seconds)
            ? TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : cell?.Label ?? cell?.Id ?? "";
}
