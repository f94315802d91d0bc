using System.ComponentModel;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Templates;

/// <summary>What is missing stays as it is.</summary>
/// <param name="SystemPrompt">Empty removes it.</param>
public sealed record ChangedTemplate(
    [property: Description("The revision that was read; another one in the meantime is a conflict.")] int? Revision,
    string? Name = null,
    string? Content = null,
    string? Description = null,
    IReadOnlyList<string>? Tags = null,
    string? SystemPrompt = null,
    IReadOnlyList<TemplateInputDto>? Inputs = null,
    ModelParameters? Parameters = null,
    string? Message = null,
    [property: Description("private or team: whether the others see and run it.")] string? Sharing = null)
{
    internal TemplateEdit ToEdit(int revision) => new(
        revision, Name, Description, Tags, Content, SystemPrompt, Inputs is null ? null : [.. Inputs.Select(input => input.ToInput())], Parameters, Message, Sharing);
}
