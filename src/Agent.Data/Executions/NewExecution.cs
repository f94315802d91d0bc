namespace PromptLab.Data.Executions;

/// <summary>An execution that begins now.</summary>
/// <param name="Variables">JSON object.</param>
/// <param name="Parameters">JSON object.</param>
/// <param name="Node">Name of this process.</param>
/// <param name="Lease">How long it counts as running without <see cref="ExecutionRepository.RenewLeaseAsync"/>.</param>
public sealed record NewExecution(
    Guid Id, string Owner, Guid TemplateId, string TemplateName, int Version, string VersionHash, string? Label, Guid? RerunOf,
    string Provider, string? Fallback, string Model, string? RequestedModel, string Parameters, string Variables, string? SystemPrompt, string Prompt,
    string Node, TimeSpan Lease)
{
    /// <summary>The run of a pipeline that it belongs to; null for none.</summary>
    public Guid? RunId { get; init; }

    public Guid? PipelineId { get; init; }

    /// <summary>The step of the run.</summary>
    public string? StepName { get; init; }

    /// <summary>The evaluation of which it is a row; null for none.</summary>
    public Guid? EvaluationId { get; init; }

    /// <summary>Ordinal of that row.</summary>
    public int? EvaluationRow { get; init; }
}
