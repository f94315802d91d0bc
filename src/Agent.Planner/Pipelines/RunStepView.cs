using PromptLab.Data.Runs;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Planner.Pipelines;

/// <summary>A step of a run, as the API and the events show it.</summary>
/// <param name="Status"><c>pending</c>, <c>running</c>, <c>completed</c>, <c>failed</c>, <c>skipped</c>, <c>cancelled</c> or <c>interrupted</c>.</param>
/// <param name="Template">The version that the step uses; null for a tool.</param>
/// <param name="Attempt">The attempt in which it ran; what is completed is not run again.</param>
/// <param name="Reason">Why it was skipped.</param>
/// <param name="Cost">In the currency of the configured prices; null when they are not known.</param>
public sealed record RunStepView(
    string Name, string Kind, string Status, RunTemplate? Template, string? Tool, string? Provider, string? Model, Guid? ExecutionId, int Attempt,
    string? Output, string? Reason, RunError? Error, long InputTokens, long OutputTokens, decimal? Cost, long? DurationMs, DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt)
{
    public static RunStepView Of(RunStepRow row) => new(
        row.Name, row.Kind, row.Status, row.TemplateId is { } id ? new(id, row.TemplateName ?? "", row.Version ?? 0) : null, row.Tool, row.Provider,
        row.Model, row.ExecutionId, row.RanIn, row.Output, row.Reason, RunError.Of(row.ErrorCode, row.ErrorText), row.InputTokens, row.OutputTokens,
        row.Cost, row.DurationMs, row.StartedAt, row.FinishedAt);
}
