namespace PromptLab.Workflows.Executions;

/// <summary>Runs templates with whatever model is there; the layer that knows models implements it.</summary>
public interface ITemplateRunner
{
    /// <summary>Runs to the end. Cancelling stops the execution too.</summary>
    Task<TemplateRun> RunAsync(ExecutionRequest request, CancellationToken cancellationToken);
}
