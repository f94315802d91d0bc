using PromptLab.Workflows.Countries;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.Exports;

/// <summary>A report as a file.</summary>
/// <param name="Columns">Canonical names in the order asked for, without duplicates; empty for the type's own.</param>
public sealed record ExportReportRequest(
    ReportType Type, DateRange Range, IReadOnlyList<string> Columns, int? OfferId, int? PartnerId, Country? Country);
