using PromptLab.Planner.Turns;
using PromptLab.Workflows.Pipelines;
using PromptLab.Workflows.Templates;

namespace PromptLab.Planner.Pipelines;

/// <summary>What came of starting or resuming a run; nothing is stored unless it is <see cref="Started"/>.</summary>
public abstract record PipelineStart
{
    private PipelineStart()
    {
    }

    /// <param name="Run">Its events; the id is the run's.</param>
    /// <param name="After">The last event before those of this attempt.</param>
    public sealed record Started(LiveTurn Run, long After) : PipelineStart;

    public sealed record PipelineNotFound : PipelineStart;

    public sealed record RunNotFound : PipelineStart;

    /// <summary>It runs, is completed, or somebody else has just resumed it.</summary>
    public sealed record NotResumable(string Status) : PipelineStart;

    /// <param name="Problems">Of the inputs, all of them.</param>
    public sealed record InvalidInputs(IReadOnlyList<TemplateProblem> Problems) : PipelineStart;

    /// <summary>The pipeline cannot be run as it is now, for example because a template is gone.</summary>
    public sealed record Broken(IReadOnlyList<PipelineProblem> Problems) : PipelineStart;

    /// <summary>The owner has as many running as may run at once.</summary>
    public sealed record TooMany(int AtOnce) : PipelineStart;
}
