using PromptLab.Planner.Prompts;

namespace PromptLab.Host.Prompts;

/// <summary>A prompt of the agent itself, as its files say.</summary>
/// <param name="Problems">What is wrong with its files now; the last good state keeps serving.</param>
public sealed record PromptDto(string Name, IReadOnlyList<PromptVersionDto> Versions, IReadOnlyList<PromptProblem> Problems);
