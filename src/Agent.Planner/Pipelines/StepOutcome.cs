using PromptLab.Data.Runs;

namespace PromptLab.Planner.Pipelines;

/// <summary>What came of running a step.</summary>
/// <param name="Status">One of <see cref="RunStepStatus"/>, not running; cancelled for whatever stopped it before its end.</param>
internal sealed record StepOutcome(string Status, string? Output, string? ErrorCode = null, string? ErrorText = null)
{
    public string? Provider { get; init; }

    public string? Model { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    public decimal? Cost { get; init; }

    public static StepOutcome Stopped { get; } = new(RunStepStatus.Cancelled, null);

    public static StepOutcome Failed(string code, string text) => new(RunStepStatus.Failed, null, code, text);

    public RunStepRow Apply(RunStepRow row) => row with
    {
        Status = Status,
        Output = Output,
        ErrorCode = ErrorCode,
        ErrorText = ErrorText,
        Provider = Provider ?? row.Provider,
        Model = Model ?? row.Model,
        InputTokens = InputTokens,
        OutputTokens = OutputTokens,
        Cost = Cost,
    };
}
