namespace PromptLab.Host.Templates;

/// <param name="Version">The version it stands for.</param>
/// <param name="GateDatasetId">The dataset that a version must have passed before the label moves to it; null for none.</param>
public sealed record TemplateLabelDto(string Name, int Version, bool IsProtected, Guid? GateDatasetId);
