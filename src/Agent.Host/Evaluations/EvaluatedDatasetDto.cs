namespace PromptLab.Host.Evaluations;

/// <summary>A dataset as it was when an evaluation began.</summary>
public sealed record EvaluatedDatasetDto(Guid Id, string Name, int Revision);
