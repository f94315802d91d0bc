namespace PromptLab.Data.Pipelines;

/// <summary>A step of a pipeline that uses a template.</summary>
public sealed record PipelineUseRow
{
    public required Guid PipelineId { get; init; }

    public required string PipelineName { get; init; }

    public required string StepName { get; init; }

    /// <summary>Null when the step follows a label or the newest version.</summary>
    public int? Version { get; init; }

    public string? Label { get; init; }
}
