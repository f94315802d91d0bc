using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Pipelines;

/// <summary>What a pipeline does.</summary>
/// <param name="Inputs">What a run is given; the same as a template's.</param>
/// <param name="Output">The variable of the step whose output is the run's; null for the last step that gave one.</param>
public sealed record PipelineDefinition(IReadOnlyList<TemplateInput> Inputs, IReadOnlyList<PipelineStep> Steps, string? Output);
