using System.Globalization;
using PromptLab.Simulator.Metadata;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Reports;

/// <summary>Range, time zone and currency of a report.</summary>
/// <param name="PerEuro">What one euro is worth in the asked currency.</param>
internal sealed record ReportPeriod(DateOnly From, DateOnly To, TimeZoneInfo Zone, decimal PerEuro)
{
    public const int LongestDays = 365;

    public static ReportPeriod Read(WireBody body, bool needsCurrency)
    {
        var from = Day(body, "from");
        var to = Day(body, "to");
        if (to < from) throw RefusedException.BadRequest("to must not be before from");
        if (to.DayNumber - from.DayNumber + 1 > LongestDays) throw RefusedException.BadRequest("the date range must not exceed 1 year");
        var zone = body.Number("timezone_id") is { } id ? TimeZoneList.Find(id) : throw RefusedException.BadRequest("timezone_id is required");
        return new ReportPeriod(from, to, zone ?? throw RefusedException.BadRequest("timezone_id is not a known time zone"), Rate(body, needsCurrency));
    }

    private static decimal Rate(WireBody body, bool isNeeded)
    {
        var currency = body.Text("currency_id");
        if (!isNeeded) return 1;
        if (string.IsNullOrEmpty(currency)) throw RefusedException.BadRequest("currency_id is required");
        return CurrencyList.PerEuro.TryGetValue(currency, out var rate) ? rate : throw RefusedException.BadRequest("currency_id is not a known currency");
    }

    /// <summary>The time of day that raw reports may carry is dropped: the bounds are days.</summary>
    private static DateOnly Day(WireBody body, string name) =>
        body.Text(name) is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw RefusedException.BadRequest($"{name} must be a date as YYYY-MM-DD");
}
