namespace PromptLab.Planner.Models;

/// <summary>A provider was named that is not configured.</summary>
public sealed class UnknownModelException(string provider, IReadOnlyList<string> known)
    : Exception($"There is no model provider \"{provider}\". Known: {string.Join(", ", known)}.")
{
    public string Provider { get; } = provider;

    public IReadOnlyList<string> Known { get; } = known;
}
