namespace PromptLab.Everflow.Reports;

/// <summary>A row's value in one column.</summary>
/// <param name="Column">The API's column name.</param>
/// <param name="Id">An entity's id, or the value itself where the column has no entity; empty when unknown.</param>
/// <param name="Label">What to show, when the API gives it.</param>
public sealed record ReportCell(string Column, string Id, string? Label);
