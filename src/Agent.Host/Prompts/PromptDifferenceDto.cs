using PromptLab.Workflows.Differences;

namespace PromptLab.Host.Prompts;

/// <summary>What changed between two versions, word by word.</summary>
public sealed record PromptDifferenceDto(string Name, int From, int To, IReadOnlyList<DifferencePart> Template);
