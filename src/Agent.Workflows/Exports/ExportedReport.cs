using System.Text.Json;
using PromptLab.Data.Exports;

namespace PromptLab.Workflows.Exports;

/// <summary>An export as cards and the API show it.</summary>
/// <param name="Columns">The header of the file.</param>
/// <param name="Rows">While it runs: written so far.</param>
/// <param name="DownloadUrl">Relative; null when there is nothing to download.</param>
/// <param name="Status"><c>running</c>, <c>ready</c>, <c>failed</c>, <c>expired</c>.</param>
/// <param name="Note">What to know of the file, or why there is none.</param>
public sealed record ExportedReport(
    Guid Id,
    string ReportType,
    string Title,
    ExportPeriod Period,
    IReadOnlyList<string> Columns,
    long Rows,
    long Bytes,
    string? Sha256,
    string FileName,
    string? DownloadUrl,
    DateTimeOffset? ExpiresAt,
    string Status,
    string? Note)
{
    public static ExportedReport Of(ExportRow row, string? note = null) => new(
        row.Id,
        row.ReportType,
        row.Title,
        new ExportPeriod(row.PeriodFrom, row.PeriodTo, row.TimeZone),
        JsonSerializer.Deserialize<string[]>(row.ColumnNames)!,
        row.RowCount,
        row.ByteCount,
        row.Sha256,
        row.FileName,
        ExportLink.Of(row),
        row.ExpiresAt,
        row.Status,
        note ?? row.Error ?? row.Note);
}
