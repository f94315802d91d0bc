namespace PromptLab.Workflows.Templates;

/// <summary>Why a template cannot be saved or run.</summary>
/// <param name="Field">As the HTTP API calls it, for example <c>content</c>.</param>
/// <param name="Text">A sentence that says what to do.</param>
public sealed record TemplateProblem(string Field, string Text);
