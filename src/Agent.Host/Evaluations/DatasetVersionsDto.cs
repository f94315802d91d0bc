namespace PromptLab.Host.Evaluations;

/// <param name="Data">Sorted by template, version, provider and model.</param>
public sealed record DatasetVersionsDto(IReadOnlyList<DatasetVersionDto> Data);
