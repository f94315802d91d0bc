using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Templates;

/// <param name="Current">The newest version.</param>
/// <param name="UsedIn">Your pipelines that use it, where one template is read or changed; null elsewhere.</param>
/// <param name="IsNewVersion">Whether saving made a version; null where nothing was saved.</param>
public sealed record TemplateDto(TemplateSummaryDto Template, TemplateVersionDto Current, bool? IsNewVersion, IReadOnlyList<TemplateUseDto>? UsedIn = null)
{
    internal static TemplateDto Of(Template template, TemplateVersion current) =>
        new(TemplateSummaryDto.Of(template), TemplateVersionDto.Of(current), null);

    internal static TemplateDto Of(TemplateSaving.Saved saved) => Of(saved.Template, saved.Version) with { IsNewVersion = saved.IsNewVersion };
}
