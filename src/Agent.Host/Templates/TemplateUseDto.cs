using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Templates;

/// <summary>A pipeline of yours that uses the template.</summary>
/// <param name="FollowsNewest">True when a change of the template changes what the pipeline does.</param>
public sealed record TemplateUseDto(Guid Id, string Name, bool FollowsNewest)
{
    internal static IReadOnlyList<TemplateUseDto> Of(TemplateUsage usage) => [.. usage.Pipelines.Select(use => new TemplateUseDto(use.Id, use.Name, use.FollowsNewest))];
}
