namespace PromptLab.Planner.Prompts;

/// <summary>The program cannot start, because a prompt has no version that can serve.</summary>
public sealed class PromptsNotUsableException(string directory, IReadOnlyList<PromptProblem> problems)
    : Exception($"{PromptsOptions.Section}:Directory ({directory}) {Reason(problems)}")
{
    public IReadOnlyList<PromptProblem> Problems { get; } = problems;

    private static string Reason(IReadOnlyList<PromptProblem> problems) => problems.Count == 0
        ? "holds no prompts; expected are <name>/<version>.yaml and <name>/active."
        : $"holds prompts that cannot serve. {string.Join(' ', problems)}";
}
