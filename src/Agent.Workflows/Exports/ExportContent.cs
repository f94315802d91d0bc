namespace PromptLab.Workflows.Exports;

/// <summary>What was written, beside the rows themselves.</summary>
/// <param name="Source">As Everflow counts it by another way.</param>
/// <param name="Notes">Sentences for the person.</param>
internal sealed record ExportContent(ExportTotals File, ExportTotals Source, IReadOnlyList<string> Notes);
