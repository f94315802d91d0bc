using PromptLab.Workflows.Templates;

namespace PromptLab.Planner.Evaluations;

/// <summary>A version of a template to run over a dataset.</summary>
public sealed record EvaluationRequest(string Owner, Guid DatasetId, Guid TemplateId)
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

    /// <summary>Rows that may run at once.</summary>
    public int Parallelism { get; init; } = 4;
}
