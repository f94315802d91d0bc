using System.ComponentModel;
using PromptLab.Host.Templates;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Host.Pipelines;

/// <summary>What is missing stays as it is.</summary>
/// <param name="Output">Empty removes it.</param>
public sealed record ChangedPipeline(
    [property: Description("The revision that was read; another one in the meantime is a conflict.")] int? Revision,
    string? Name = null,
    string? Description = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyList<TemplateInputDto>? Inputs = null,
    IReadOnlyList<PipelineStepDto>? Steps = null,
    string? Output = null,
    [property: Description("private or team: whether the others see and run it.")] string? Sharing = null)
{
    internal PipelineEdit ToEdit(int revision) => new(
        revision, Name, Description, Tags, Inputs is null ? null : [.. Inputs.Select(input => input.ToInput())],
        Steps is null ? null : [.. Steps.Select(step => step.ToStep())], Output, Sharing);
}
