namespace PromptLab.Data.Runs;

/// <summary>An attempt that begins now.</summary>
/// <param name="Number">1 for a run that begins.</param>
/// <param name="Snapshot">JSON object.</param>
/// <param name="Steps">All of them, those that are done already included.</param>
/// <param name="Node">Name of this process.</param>
/// <param name="Lease">How long it counts as running without <see cref="RunRepository.RenewLeaseAsync"/>.</param>
public sealed record NewRunAttempt(
    Guid RunId, string Owner, int Number, string PipelineName, int PipelineRevision, string Source, string Note, string Snapshot,
    IReadOnlyList<RunStepRow> Steps, string Node, TimeSpan Lease);
