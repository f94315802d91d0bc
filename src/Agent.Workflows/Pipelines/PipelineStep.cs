using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Pipelines;

/// <summary>One step of a pipeline.</summary>
/// <param name="Name">Unique in its pipeline.</param>
/// <param name="Kind">One of <see cref="PipelineStepKind"/>.</param>
public sealed record PipelineStep(string Name, string Kind)
{
    public Guid? TemplateId { get; init; }

    /// <summary>Pins the step to a version; without it, and without a label, it follows the newest one.</summary>
    public int? Version { get; init; }

    /// <summary>The step follows this label.</summary>
    public string? Label { get; init; }

    public string? Provider { get; init; }

    public string? Model { get; init; }

    public string? Fallback { get; init; }

    public ModelParameters? Parameters { get; init; }

    /// <summary>Texts with <c>{{variables}}</c> by the template's variable. One that is not named takes the pipeline's variable of its name.</summary>
    public IReadOnlyDictionary<string, string> Inputs { get; init; } = new Dictionary<string, string>();

    public string? Tool { get; init; }

    /// <summary>Texts with <c>{{variables}}</c> by the tool's argument.</summary>
    public IReadOnlyDictionary<string, string> Arguments { get; init; } = new Dictionary<string, string>();

    /// <summary>The variable that holds the step's output for other steps; null when none needs it.</summary>
    public string? Output { get; init; }

    public PipelineCondition? When { get; init; }

    /// <summary>Steps that must have ended before, besides those whose output is used.</summary>
    public IReadOnlyList<string> After { get; init; } = [];
}
