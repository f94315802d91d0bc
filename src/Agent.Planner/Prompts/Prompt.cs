using System.Collections.Immutable;

namespace PromptLab.Planner.Prompts;

/// <summary>A prompt with all its versions.</summary>
/// <param name="Versions">By number.</param>
/// <param name="Weights">Weight by version for those that serve; a single one serves everybody.</param>
/// <param name="Problems">What is wrong with its files now; the last good state keeps serving.</param>
public sealed record Prompt(
    string Name,
    ImmutableSortedDictionary<int, PromptVersion> Versions,
    IReadOnlyDictionary<int, int> Weights,
    IReadOnlyList<PromptProblem> Problems);
