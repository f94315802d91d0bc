using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Workflows;

/// <summary>What came of a tool that was run for a caller who gave its arguments.</summary>
internal abstract record ToolRunResult
{
    private ToolRunResult()
    {
    }

    public sealed record Done(ResolvedRequest Request, ToolOutcome Outcome) : ToolRunResult;

    /// <summary>Arguments that are missing or cannot be resolved safely.</summary>
    public sealed record Unclear(ToolQuestion Question) : ToolRunResult;

    public sealed record Failed(ToolProblem Problem) : ToolRunResult;

    public sealed record TimedOut(string Text) : ToolRunResult;
}
