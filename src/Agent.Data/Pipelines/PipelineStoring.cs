namespace PromptLab.Data.Pipelines;

/// <summary>What came of storing a pipeline; nothing is stored unless it is <see cref="Stored"/>.</summary>
public abstract record PipelineStoring
{
    private PipelineStoring()
    {
    }

    public sealed record Stored(PipelineRow Pipeline) : PipelineStoring;

    public sealed record NotFound : PipelineStoring;

    /// <summary>The owner has another pipeline of this name.</summary>
    public sealed record NameTaken : PipelineStoring;

    /// <summary>Somebody changed it since the revision that the change was made for.</summary>
    public sealed record Stale(int Revision) : PipelineStoring;
}
