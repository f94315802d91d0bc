using System.Globalization;

namespace PromptLab.Simulator.Conversions;

/// <summary>A conversion on its way into a file; dates are local to the asked time zone.</summary>
internal sealed record ConversionExportRow(ConversionPayload Conversion, TimeZoneInfo Zone)
{
    public string Date => Local(Conversion.ConversionUnixTimestamp);
    public string ClickDate => Local(Conversion.ClickUnixTimestamp);
    public decimal DeltaHours => Math.Round((Conversion.ConversionUnixTimestamp - Conversion.ClickUnixTimestamp) / 3600m, 4);

    private string Local(long seconds) =>
        TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeSeconds(seconds), Zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
