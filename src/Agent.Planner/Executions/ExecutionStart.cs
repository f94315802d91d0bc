using PromptLab.Planner.Turns;
using PromptLab.Workflows.Templates;

namespace PromptLab.Planner.Executions;

/// <summary>What came of starting an execution; nothing is stored unless it is <see cref="Started"/>.</summary>
public abstract record ExecutionStart
{
    private ExecutionStart()
    {
    }

    /// <param name="Run">Its events; the id is the execution's.</param>
    public sealed record Started(LiveTurn Run) : ExecutionStart;

    /// <summary>It could have started, but one that belongs to it could not.</summary>
    public sealed record NotTried : ExecutionStart;

    public sealed record TemplateNotFound : ExecutionStart;

    public sealed record ExecutionNotFound : ExecutionStart;

    public sealed record VersionNotFound(int Number) : ExecutionStart;

    public sealed record LabelNotFound(string Label) : ExecutionStart;

    /// <param name="Problems">All of them.</param>
    public sealed record Invalid(IReadOnlyList<TemplateProblem> Problems) : ExecutionStart;

    /// <summary>The owner has used the tokens of the day, which turns and executions share.</summary>
    /// <param name="Wait">Until the next UTC day.</param>
    public sealed record NoTokensLeft(TimeSpan Wait) : ExecutionStart;

    /// <summary>The owner has as many running as may run at once.</summary>
    public sealed record TooMany(int AtOnce) : ExecutionStart;
}
