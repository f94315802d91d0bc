using PromptLab.Data.Runs;
using PromptLab.Planner.Pipelines;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Host.Runs;

/// <summary>One attempt of a run. Never changed, whatever becomes of the pipeline and its templates.</summary>
/// <param name="Source"><c>pipeline</c>: the pipeline as it was then; <c>snapshot</c>: what the attempt before had used.</param>
/// <param name="Note">Why, as a sentence.</param>
/// <param name="Snapshot">The steps with the versions that they used.</param>
public sealed record RunAttemptDto(
    int Number, string Source, string Note, int PipelineRevision, string Status, RunError? Error, DateTimeOffset StartedAt, DateTimeOffset? FinishedAt,
    IReadOnlyList<SnapshotStepDto> Snapshot)
{
    internal static RunAttemptDto Of(RunAttemptRow row) => new(
        row.Number, row.Source, row.Note, row.PipelineRevision, row.Status, RunError.Of(row.ErrorCode, row.ErrorText), row.StartedAt, row.FinishedAt,
        [.. PipelineSnapshot.Read(row.Snapshot).Steps.Select(SnapshotStepDto.Of)]);
}
