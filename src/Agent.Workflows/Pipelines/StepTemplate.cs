using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.Pipelines;

/// <summary>The template that a step names, as its user sees it.</summary>
public abstract record StepTemplate
{
    private StepTemplate()
    {
    }

    /// <param name="Version">The one that a run would use now.</param>
    public sealed record Found(Template Template, TemplateVersion Version) : StepTemplate;

    /// <summary>There is none, or it is somebody else's: the answer is the same.</summary>
    public sealed record Unknown : StepTemplate;

    public sealed record VersionUnknown(Template Template, int Number) : StepTemplate;

    public sealed record LabelUnknown(Template Template, string Label) : StepTemplate;
}
