namespace PromptLab.Workflows.Templates;

/// <summary>A change of a template; what is null stays as it is.</summary>
/// <param name="Revision">The one that was read.</param>
/// <param name="SystemPrompt">Empty removes it.</param>
public sealed record TemplateEdit(
    int Revision, string? Name, string? Description, IReadOnlyList<string>? Tags, string? Content, string? SystemPrompt,
    IReadOnlyList<TemplateInput>? Inputs, ModelParameters? Parameters, string? Message, string? Sharing)
{
    internal TemplateDraft Apply(Template template, TemplateBody body) => new(
        Name ?? template.Name, Description ?? template.Description, Tags ?? template.Tags,
        new TemplateBody(SystemPrompt ?? body.SystemPrompt, Content ?? body.Content, Inputs ?? body.Inputs, Parameters ?? body.Parameters), Message ?? "", Sharing);
}
