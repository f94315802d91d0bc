namespace PromptLab.Workflows.Pipelines;

/// <summary>What came of saving a pipeline; nothing is changed unless it is <see cref="Saved"/>.</summary>
public abstract record PipelineSaving
{
    private PipelineSaving()
    {
    }

    /// <param name="Warnings">What may be wrong with it all the same.</param>
    public sealed record Saved(Pipeline Pipeline, IReadOnlyList<PipelineProblem> Warnings) : PipelineSaving;

    public sealed record NotFound : PipelineSaving;

    /// <summary>The user sees it, as its owner shares it, but may not change it.</summary>
    public sealed record NotOwner(string Owner) : PipelineSaving;

    /// <param name="Name">Of another pipeline of the same owner; empty when it is the one that is brought back.</param>
    public sealed record NameTaken(string Name) : PipelineSaving;

    /// <summary>Somebody changed it since it was read.</summary>
    public sealed record Stale(int Revision) : PipelineSaving;

    /// <param name="Problems">All of them.</param>
    public sealed record Invalid(IReadOnlyList<PipelineProblem> Problems) : PipelineSaving;
}
