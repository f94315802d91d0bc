using PromptLab.Data.Runs;
using PromptLab.Planner.Pipelines;

namespace PromptLab.Host.Runs;

/// <summary>A run with its steps.</summary>
public sealed record RunDto : RunSummaryDto
{
    private RunDto(RunRow row, IReadOnlyList<RunStepView> steps, IReadOnlyList<RunAttemptDto> history)
        : base(row) => (Steps, History) = (steps, history);

    /// <summary>In the order of the pipeline.</summary>
    public IReadOnlyList<RunStepView> Steps { get; }

    /// <summary>Every attempt, the first one first, with what it used.</summary>
    public IReadOnlyList<RunAttemptDto> History { get; }

    internal static async Task<RunDto> ReadAsync(RunRow row, RunReader runs, CancellationToken cancellationToken) => new(
        row,
        [.. (await runs.StepsAsync(row.Id, row.Attempt, cancellationToken)).Select(RunStepView.Of)],
        [.. (await runs.AttemptsAsync(row.Id, cancellationToken)).Select(RunAttemptDto.Of)]);
}
