namespace PromptLab.Workflows.Pipelines;

/// <summary>Runs pipelines with whatever models and tools are there; the layer that knows models implements it.</summary>
public interface IPipelineRunner
{
    /// <summary>Runs to the end. Cancelling stops the run too.</summary>
    /// <param name="progress">Told of each step that begins.</param>
    Task<PipelineOutcome> RunAsync(
        string owner, Guid pipelineId, IReadOnlyDictionary<string, string> inputs, IProgress<string> progress, CancellationToken cancellationToken);
}
