namespace PromptLab.Workflows.Exports;

/// <summary>A column of a file.</summary>
/// <param name="IsNumber">Numbers stay as they are, also with a minus; everything else is text and cannot become a formula.</param>
internal sealed record ExportColumn(string Header, bool IsNumber = false);
