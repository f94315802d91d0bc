namespace PromptLab.Planner.Prompts;

/// <summary>A prompt was named that has no folder.</summary>
public sealed class UnknownPromptException(string name, IReadOnlyList<string> known)
    : Exception($"There is no prompt \"{name}\". Known: {string.Join(", ", known)}.")
{
    public string Name { get; } = name;

    public IReadOnlyList<string> Known { get; } = known;
}
