namespace PromptLab.Plugins.Tools;

/// <summary>What must be known before the tool can run.</summary>
/// <param name="Text">The question, as the person reads it.</param>
/// <param name="Arguments">The arguments that are missing or ambiguous.</param>
/// <param name="Choices">Best first; may be empty.</param>
public sealed record ToolQuestion(string Text, IReadOnlyList<string> Arguments, IReadOnlyList<ToolChoice> Choices);
