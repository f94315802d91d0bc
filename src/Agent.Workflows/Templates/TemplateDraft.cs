namespace PromptLab.Workflows.Templates;

/// <summary>A template as somebody wants it saved.</summary>
/// <param name="Message">Why, in the author's words; may be empty.</param>
public sealed record TemplateDraft(string Name, string Description, IReadOnlyList<string> Tags, TemplateBody Body, string Message);
