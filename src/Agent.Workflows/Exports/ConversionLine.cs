using System.Globalization;

namespace PromptLab.Workflows.Exports;

/// <summary>A row of Everflow's conversion file, as text. It is used again for the next row.</summary>
/// <param name="values">By <see cref="ConversionField"/>.</param>
internal sealed class ConversionLine(string[] values)
{
    private const string Time = "yyyy-MM-dd HH:mm:ss";
    private const double SecondsPerHour = 3600;

    public string this[ConversionField field] => values[(int)field];

    public string[] Values => values;

    public bool IsThrottled => this[ConversionField.IsThrottled] is "1" or "true" or "True";

    public decimal Payout => Amount(ConversionField.Payout);

    public decimal Revenue => Amount(ConversionField.Revenue);

    /// <summary>
    /// From click to conversion; null when it is not known. The file has rounded hours and two local times, which lose an hour
    /// where clocks change; the times are taken where both agree.
    /// </summary>
    public long? Seconds()
    {
        double? byHours = double.TryParse(this[ConversionField.DeltaHours], CultureInfo.InvariantCulture, out var hours) ? hours * SecondsPerHour : null;
        double? byTimes = ReadTime(ConversionField.Date) is { } date && ReadTime(ConversionField.ClickDate) is { } click ? (date - click).TotalSeconds : null;
        var seconds = byTimes is null || (byHours is not null && Math.Abs(byTimes.Value - byHours.Value) > 60) ? byHours : byTimes;
        return seconds is { } known ? (long)Math.Round(known) : null;
    }

    private DateTime? ReadTime(ConversionField field) =>
        DateTime.TryParseExact(this[field], Time, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;

    private decimal Amount(ConversionField field) =>
        decimal.TryParse(this[field], NumberStyles.Float, CultureInfo.InvariantCulture, out var amount) ? amount : 0;
}
