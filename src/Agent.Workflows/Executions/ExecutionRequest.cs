using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Executions;

/// <summary>A template to run.</summary>
/// <param name="Variables">By name; for what is missing the template's defaults stand in.</param>
public sealed record ExecutionRequest(string Owner, Guid TemplateId, IReadOnlyDictionary<string, string> Variables)
{
    /// <summary>Null for the newest one, or the one that <see cref="Label"/> names.</summary>
    public int? Version { get; init; }

    public string? Label { get; init; }

    /// <summary>Null for the configured default.</summary>
    public string? Provider { get; init; }

    /// <summary>As the provider knows it; null for its configured one.</summary>
    public string? Model { get; init; }

    /// <summary>The provider that answers if that one fails before it has said anything; null for none.</summary>
    public string? Fallback { get; init; }

    /// <summary>What is not given is taken from the version.</summary>
    public ModelParameters Parameters { get; init; } = ModelParameters.None;

    /// <summary>The execution that this one repeats.</summary>
    public Guid? RerunOf { get; init; }

    /// <summary>The run of a pipeline that it belongs to; null for none.</summary>
    public Guid? RunId { get; init; }

    public Guid? PipelineId { get; init; }

    /// <summary>The step of the run.</summary>
    public string? StepName { get; init; }

    /// <summary>The evaluation of which it is a row; null for none.</summary>
    public Guid? EvaluationId { get; init; }

    /// <summary>Ordinal of that row.</summary>
    public int? EvaluationRow { get; init; }
}
