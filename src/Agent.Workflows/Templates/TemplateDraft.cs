namespace PromptLab.Workflows.Templates;

/// <summary>A template as somebody wants it saved.</summary>
/// <param name="Message">Why, in the author's words; may be empty.</param>
/// <param name="Sharing">Null keeps it, and makes a new template private.</param>
public sealed record TemplateDraft(string Name, string Description, IReadOnlyList<string> Tags, TemplateBody Body, string Message, string? Sharing = null);
