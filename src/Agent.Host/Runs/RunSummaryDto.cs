using PromptLab.Data.Executions;
using PromptLab.Data.Runs;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Pipelines;

namespace PromptLab.Host.Runs;

/// <summary>A run in a list.</summary>
/// <param name="Status"><c>running</c>, <c>completed</c>, <c>failed</c>, <c>cancelled</c> or <c>interrupted</c>.</param>
/// <param name="InputTokens">Of every attempt, as are the other figures.</param>
/// <param name="Cost">In the currency of the configured prices; null when one is not known.</param>
/// <param name="Attempts">1, and one more for each time it was resumed.</param>
/// <param name="Resumable">True when it has ended without being completed.</param>
public record RunSummaryDto(
    Guid Id, RunPipelineDto Pipeline, string Status, IReadOnlyDictionary<string, string> Inputs, string? Output, RunError? Error,
    long InputTokens, long OutputTokens, decimal? Cost, long DurationMs, int Attempts, bool Resumable, DateTimeOffset CreatedAt, string CreatedBy,
    DateTimeOffset? FinishedAt)
{
    internal static RunSummaryDto Of(RunRow row) => new(row);

    private protected RunSummaryDto(RunRow row)
        : this(
            row.Id, new(row.PipelineId, row.PipelineName, row.PipelineRevision), row.Status, ExecutionJson.Variables(row.Inputs), row.Output,
            RunError.Of(row.ErrorCode, row.ErrorText), row.InputTokens, row.OutputTokens, row.Cost, row.DurationMs, row.Attempt,
            row.Status is not (ExecutionStatus.Running or ExecutionStatus.Completed), row.CreatedAt, row.CreatedBy, row.FinishedAt)
    {
    }
}
