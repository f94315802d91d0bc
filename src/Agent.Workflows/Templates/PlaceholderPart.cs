namespace PromptLab.Workflows.Templates;

/// <param name="Text">Literal text, or the name of a variable.</param>
internal readonly record struct PlaceholderPart(string Text, bool IsVariable);
