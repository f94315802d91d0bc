namespace PromptLab.Planner.Prompts;

/// <summary>A variable of a prompt.</summary>
/// <param name="Default">Used when no value is given; null for none.</param>
public sealed record PromptInput(string Name, string Description, string? Default, bool IsRequired);
