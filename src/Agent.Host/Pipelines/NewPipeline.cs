using System.ComponentModel;
using PromptLab.Host.Templates;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Host.Pipelines;

/// <param name="Output">The output variable of the step that gives the run's output; without it, of the last step that gave one.</param>
public sealed record NewPipeline(
    [property: Description("Unique among your pipelines; case makes no difference.")] string? Name,
    string? Description = null,
    IReadOnlyList<string>? Tags = null,
    [property: Description("What a run is given; the same as a template's inputs.")] IReadOnlyList<TemplateInputDto>? Inputs = null,
    IReadOnlyList<PipelineStepDto>? Steps = null,
    string? Output = null,
    [property: Description("private or team: whether the others see and run it.")] string? Sharing = null)
{
    internal PipelineDraft ToDraft() => new(
        Name ?? "", Description ?? "", Tags ?? [],
        new([.. (Inputs ?? []).Select(input => input.ToInput())], [.. (Steps ?? []).Select(step => step.ToStep())], Output), Sharing);
}
