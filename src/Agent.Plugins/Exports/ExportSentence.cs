using System.Globalization;
using PromptLab.Data.Exports;
using PromptLab.Plugins.Rendering;
using PromptLab.Workflows.Exports;

namespace PromptLab.Plugins.Exports;

/// <summary>What people read of an export.</summary>
internal static class ExportSentence
{
    private const long Kilo = 1024;

    /// <summary>What came of it.</summary>
    public static string Of(ExportedReport export) => export.Status switch
    {
        ExportStatus.Ready when export.Rows == 0 => $"**{Nothing(export)}** The file has its header only.",
        ExportStatus.Ready =>
            $"**{export.Title}** is ready: {Figures.Count(export.Rows)} {(export.Rows == 1 ? "row" : "rows")}, {Size(export.Bytes)}, {export.Columns.Count} columns.",
        ExportStatus.Running =>
            $"**{export.Title}** takes longer than an answer may, so it goes on by itself{SoFar(export)}. I will write here when the file is ready.",
        _ => export.Note ?? "No file was made.",
    };

    /// <summary>Where the file is got. The link itself is in the card alone: texts go to language models, too.</summary>
    public static string? Download(ExportedReport export) => export.DownloadUrl is null ? null
        : $"Download `{export.FileName}` below; the link is yours alone and works until {End(export)}.";

    /// <summary>For a message of its own: which period it is about, too.</summary>
    public static string Announcement(ExportedReport export)
    {
        var period = $"{export.Period.From} – {export.Period.To}";
        return export.Status == ExportStatus.Ready
            ? $"{Of(export)}\n\n*{period} ({export.Period.TimeZone})*\n\n{(export.Note is null ? "" : $"> {export.Note}\n\n")}{Download(export)}"
            : $"The {export.Title.ToLowerInvariant()} for {period} did not come about. {Of(export)}";
    }

    /// <summary>On the clocks of the period's time zone, as everything else in an answer.</summary>
    private static string End(ExportedReport export) => export.ExpiresAt is { } end
        ? $"{TimeZoneInfo.ConvertTime(end, TimeZoneInfo.FindSystemTimeZoneById(export.Period.TimeZone)):yyyy-MM-dd HH:mm} ({export.Period.TimeZone})"
        : "it is deleted";

    private static string Nothing(ExportedReport export) => export.ReportType switch
    {
        "fraud" => "No fraud found in this period.",
        "scrub" => "No throttled conversions in this period.",
        "conversions" => "No conversions in this period.",
        _ => "No traffic in this period.",
    };

    private static string SoFar(ExportedReport export) => export.Rows == 0 ? "" : $" ({Figures.Count(export.Rows)} rows so far)";

    private static string Size(long bytes) => bytes switch
    {
        < Kilo => $"{bytes} bytes",
        < Kilo * Kilo => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)Kilo:N1} KB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(Kilo * Kilo):N1} MB"),
    };
}
