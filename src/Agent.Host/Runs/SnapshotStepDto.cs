using PromptLab.Host.Pipelines;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Host.Runs;

/// <summary>A step as an attempt used it.</summary>
/// <param name="Template">The version that was found for it; null for a tool.</param>
public sealed record SnapshotStepDto(PipelineStepDto Step, RunTemplate? Template)
{
    internal static SnapshotStepDto Of(SnapshotStep step) => new(PipelineStepDto.Of(step.Step), step.Template);
}
