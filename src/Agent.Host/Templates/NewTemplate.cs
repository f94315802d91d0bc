using System.ComponentModel;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Templates;

/// <param name="Message">Why, for the list of versions.</param>
public sealed record NewTemplate(
    [property: Description("Unique among your templates; case makes no difference.")] string? Name,
    [property: Description("The prompt, with {{variable}} where a value goes; {{{{ and }}}} are literal braces.")] string? Content,
    string? Description = null,
    IReadOnlyList<string>? Tags = null,
    string? SystemPrompt = null,
    IReadOnlyList<TemplateInputDto>? Inputs = null,
    ModelParameters? Parameters = null,
    string? Message = null,
    [property: Description("private (when missing) or team: whether the others see and run it.")] string? Sharing = null)
{
    internal TemplateDraft ToDraft() => new(
        Name ?? "", Description ?? "", Tags ?? [],
        new TemplateBody(SystemPrompt, Content ?? "", [.. (Inputs ?? []).Select(input => input.ToInput())], Parameters ?? ModelParameters.None), Message ?? "", Sharing);
}
