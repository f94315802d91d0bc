using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Executions;

/// <summary>What a request comes to.</summary>
public abstract record ExecutionPlan
{
    private ExecutionPlan()
    {
    }

    public sealed record Ready(Template Template, TemplateVersion Version, RenderedPrompt Prompt, ModelParameters Parameters) : ExecutionPlan;

    public sealed record TemplateNotFound : ExecutionPlan;

    public sealed record VersionNotFound(int Number) : ExecutionPlan;

    public sealed record LabelNotFound(string Label) : ExecutionPlan;

    /// <param name="Problems">All of them.</param>
    public sealed record Invalid(IReadOnlyList<TemplateProblem> Problems) : ExecutionPlan;
}
