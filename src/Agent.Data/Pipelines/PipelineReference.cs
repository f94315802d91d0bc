namespace PromptLab.Data.Pipelines;

/// <summary>A step that uses a template; kept beside the definition so that uses are found by an index.</summary>
/// <param name="Version">The version that the step is pinned to; null when it follows.</param>
/// <param name="Label">The label that the step follows; null for the newest version.</param>
public sealed record PipelineReference(string StepName, Guid TemplateId, int? Version, string? Label);
