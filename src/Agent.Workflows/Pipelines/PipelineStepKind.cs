namespace PromptLab.Workflows.Pipelines;

/// <summary>What a step does. The names are a public contract.</summary>
public static class PipelineStepKind
{
    /// <summary>Runs a prompt template with a model.</summary>
    public const string Template = "template";

    /// <summary>Calls a workflow tool; no model is asked.</summary>
    public const string Tool = "tool";

    public static IReadOnlyList<string> All { get; } = [Template, Tool];
}
