namespace PromptLab.Data.Datasets;

/// <summary>What a row of a dataset holds, as it is stored.</summary>
/// <param name="Variables">JSON object.</param>
/// <param name="Expected">A JSON text or object; null for none.</param>
public sealed record DatasetCaseText(string Variables, string? Expected, string Note);
