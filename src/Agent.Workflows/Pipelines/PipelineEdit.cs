using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Pipelines;

/// <summary>A change of a pipeline; what is null stays as it is.</summary>
/// <param name="Revision">The one that was read.</param>
/// <param name="Output">Empty removes it.</param>
public sealed record PipelineEdit(
    int Revision, string? Name, string? Description, IReadOnlyList<string>? Tags, IReadOnlyList<TemplateInput>? Inputs,
    IReadOnlyList<PipelineStep>? Steps, string? Output, string? Sharing = null)
{
    internal PipelineDraft Apply(Pipeline pipeline) => new(
        Name ?? pipeline.Name, Description ?? pipeline.Description, Tags ?? pipeline.Tags,
        new(Inputs ?? pipeline.Definition.Inputs, Steps ?? pipeline.Definition.Steps, Output ?? pipeline.Definition.Output), Sharing ?? pipeline.Sharing);
}
