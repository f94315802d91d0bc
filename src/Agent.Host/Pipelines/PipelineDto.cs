using PromptLab.Host.Templates;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Host.Pipelines;

/// <param name="Sharing"><c>private</c> or <c>team</c>.</param>
/// <param name="Revision">To be sent back with a change.</param>
/// <param name="Warnings">What may be wrong with it, where it was just saved; null elsewhere.</param>
public sealed record PipelineDto(
    Guid Id, string Name, string Description, IReadOnlyList<string> Tags, IReadOnlyList<TemplateInputDto> Inputs, IReadOnlyList<PipelineStepDto> Steps,
    string? Output, int Revision, string Sharing, string Owner, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset UpdatedAt, string UpdatedBy,
    DateTimeOffset? DeletedAt, IReadOnlyList<PipelineProblem>? Warnings)
{
    internal static PipelineDto Of(Pipeline pipeline) => new(
        pipeline.Id, pipeline.Name, pipeline.Description, pipeline.Tags, [.. pipeline.Definition.Inputs.Select(TemplateInputDto.Of)],
        [.. pipeline.Definition.Steps.Select(PipelineStepDto.Of)], pipeline.Definition.Output, pipeline.Revision, pipeline.Sharing, pipeline.Owner,
        pipeline.CreatedAt, pipeline.CreatedBy, pipeline.UpdatedAt, pipeline.UpdatedBy, pipeline.DeletedAt, null);

    internal static PipelineDto Of(PipelineSaving.Saved saved) => Of(saved.Pipeline) with { Warnings = saved.Warnings };
}
