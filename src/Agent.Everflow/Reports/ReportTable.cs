namespace PromptLab.Everflow.Reports;

/// <summary>An aggregated report.</summary>
/// <param name="Rows">In the API's order; merged by their cells when the report had to be split.</param>
/// <param name="IsComplete">False when rows are missing because the API gives at most 10,000 and splitting could not get below that.</param>
public sealed record ReportTable(IReadOnlyList<ReportRow> Rows, bool IsComplete);
