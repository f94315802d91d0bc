using PromptLab.Data.Executions;

namespace PromptLab.Host.Executions;

/// <summary>An execution in a list.</summary>
/// <param name="Status"><c>running</c>, <c>completed</c>, <c>failed</c>, <c>cancelled</c> or <c>interrupted</c>.</param>
/// <param name="Provider">The one that answered; <c>requested_provider</c> is the one that was asked.</param>
/// <param name="FallbackReason">Why the fallback answered; null when it did not.</param>
/// <param name="Cost">In the currency of the configured prices; null when they are not known.</param>
/// <param name="RunId">The run of a pipeline that it belongs to; null for none.</param>
/// <param name="Step">The step of the run.</param>
/// <param name="EvaluationId">The evaluation of which it is a row; null for none.</param>
public sealed record ExecutionSummaryDto(
    Guid Id, Guid TemplateId, string TemplateName, int Version, string VersionHash, string? Label, Guid? RerunOf, string Status,
    string RequestedProvider, string? Fallback, string Provider, string Model, string? FallbackReason, int Retries, ExecutionErrorDto? Error,
    long InputTokens, long OutputTokens, decimal? Cost, long? FirstTokenMs, long? DurationMs,
    DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? FinishedAt,
    Guid? RunId, Guid? PipelineId, string? Step, Guid? EvaluationId)
{
    internal static ExecutionSummaryDto Of(ExecutionSummaryRow row) => new(
        row.Id, row.TemplateId, row.TemplateName, row.Version, row.VersionHash, row.Label, row.RerunOf, row.Status,
        row.RequestedProvider, row.Fallback, row.Provider, row.Model, row.FallbackReason, row.Retries,
        row.ErrorCode is { } code ? new(code, row.ErrorText ?? "") : null,
        row.InputTokens, row.OutputTokens, row.Cost, row.FirstTokenMs, row.DurationMs, row.CreatedAt, row.CreatedBy, row.FinishedAt,
        row.RunId, row.PipelineId, row.StepName, row.EvaluationId);
}
