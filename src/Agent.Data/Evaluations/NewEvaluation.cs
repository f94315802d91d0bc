namespace PromptLab.Data.Evaluations;

/// <summary>An evaluation that begins now.</summary>
/// <param name="Parameters">JSON object.</param>
/// <param name="Node">Name of this process.</param>
/// <param name="Lease">How long it counts as running without <see cref="EvaluationRepository.RenewLeaseAsync"/>.</param>
public sealed record NewEvaluation(
    Guid Id, string Owner, Guid DatasetId, Guid TemplateId, string TemplateName, int Version, string VersionHash, string? Label,
    string Provider, string Model, string? RequestedModel, string? Fallback, string Parameters, int Parallelism, string Node, TimeSpan Lease);
