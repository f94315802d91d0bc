using PromptLab.Data.Evaluations;
using PromptLab.Host.Datasets;
using PromptLab.Planner.Evaluations;
using PromptLab.Planner.Executions;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Evaluations;

/// <summary>A version of a template that was run over a dataset.</summary>
/// <param name="Evaluators">As they were when it began.</param>
/// <param name="Status"><c>running</c>, <c>completed</c>, <c>failed</c>, <c>cancelled</c> or <c>interrupted</c>.</param>
/// <param name="Done">Rows with a result.</param>
/// <param name="Errors">Rows that gave no output, or whose output could not be checked.</param>
/// <param name="Score">Mean score of all rows, 0 to 1; rows without a result count as 0.</param>
/// <param name="Pass">Whether as many rows passed as the threshold demands; null before all have results.</param>
/// <param name="Cost">Of the executions and the judges; null when a price is not known.</param>
/// <param name="MedianMs">Of the rows' executions; null before the end.</param>
/// <param name="Resumable">Whether it can go on with the rows that have no result.</param>
public sealed record EvaluationDto(
    Guid Id, EvaluatedDatasetDto Dataset, EvaluatedTemplateDto Template, int Version, string VersionHash, string? Label, string Provider, string Model, string? Fallback,
    ModelParameters Parameters, int Parallelism, IReadOnlyList<EvaluatorDto> Evaluators, double Threshold, string Status, int Total, int Done, int Passed, int Failed,
    int Errors, double Score, bool? Pass, EvaluationResultError? Error, long InputTokens, long OutputTokens, decimal? Cost, long DurationMs, long? MedianMs,
    bool Resumable, int Attempt, DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset? FinishedAt)
{
    internal static EvaluationDto Of(EvaluationRow row) => new(
        row.Id, new(row.DatasetId, row.DatasetName, row.DatasetRevision), new(row.TemplateId, row.TemplateName), row.Version, row.VersionHash, row.Label,
        row.Provider, row.Model, row.Fallback, ExecutionJson.Parameters(row.Parameters), row.Parallelism,
        [.. PromptLab.Workflows.Datasets.Dataset.ReadEvaluators(row.Evaluators).Select(EvaluatorDto.Of)], row.Threshold, row.Status, row.Total, row.Done, row.Passed, row.Failed, row.Errors,
        row.Score, row.Pass, row.ErrorCode is { } code ? new(code, row.ErrorText ?? "") : null, row.InputTokens, row.OutputTokens, row.KnownCost, row.DurationMs,
        row.MedianMs, row.IsResumable, row.Attempt, row.CreatedAt, row.CreatedBy, row.FinishedAt);
}
