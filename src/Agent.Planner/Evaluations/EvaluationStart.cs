using PromptLab.Planner.Turns;
using PromptLab.Workflows.Templates;

namespace PromptLab.Planner.Evaluations;

/// <summary>What came of starting or resuming an evaluation; nothing is stored unless it is <see cref="Started"/>.</summary>
public abstract record EvaluationStart
{
    private EvaluationStart()
    {
    }

    /// <param name="Run">Its events; the id is the evaluation's.</param>
    public sealed record Started(LiveTurn Run) : EvaluationStart;

    public sealed record DatasetNotFound : EvaluationStart;

    public sealed record TemplateNotFound : EvaluationStart;

    public sealed record VersionNotFound(int Number) : EvaluationStart;

    public sealed record LabelNotFound(string Label) : EvaluationStart;

    public sealed record EvaluationNotFound : EvaluationStart;

    /// <summary>It runs, or all its rows have results.</summary>
    public sealed record NotResumable(string Status) : EvaluationStart;

    /// <summary>The owner has as many running as may run at once.</summary>
    public sealed record TooMany(int AtOnce) : EvaluationStart;

    /// <param name="Problems">All of them.</param>
    public sealed record Invalid(IReadOnlyList<TemplateProblem> Problems) : EvaluationStart;
}
