using System.Text.Json.Serialization;

namespace PromptLab.Workflows.Templates;

/// <summary>A pipeline that uses a template.</summary>
public sealed record TemplateUse(Guid Id, string Name, IReadOnlyList<TemplateUseStep> Steps)
{
    /// <summary>Whether a change of the template changes what the pipeline does.</summary>
    [JsonIgnore]
    public bool FollowsNewest => Steps.Any(step => step is { Version: null, Label: null });
}
