namespace PromptLab.Workflows.Templates;

/// <summary>Something between double braces that cannot be read.</summary>
/// <param name="Position">Of the opening braces, from 1.</param>
/// <param name="Text">A sentence that says what to write instead.</param>
public sealed record PlaceholderProblem(int Position, string Text);
