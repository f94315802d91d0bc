namespace PromptLab.Host.Datasets;

/// <param name="Imported">Rows that were saved.</param>
/// <param name="Dataset">With its new number of rows and revision.</param>
public sealed record DatasetImportDto(int Imported, DatasetDto Dataset);
