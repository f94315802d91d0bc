using PromptLab.Data.Turns;
using PromptLab.Planner.Models;
using PromptLab.Planner.Planning;
using PromptLab.Planner.Prompts;

namespace PromptLab.Planner.Turns;

/// <summary>How a turn ended, gathered while it runs.</summary>
internal sealed class TurnEnding(long startedAt)
{
    public long StartedAt => startedAt;

    /// <summary>The message says yes or no, whatever came of it.</summary>
    public bool IsDecision { get; init; }

    public string Status { get; set; } = TurnStatus.Failed;

    public ChatModel? Model { get; set; }

    public PromptVersion? Prompt { get; set; }

    public PlannerResult? Result { get; set; }

    public string? ErrorCode { get; private set; }

    public string ErrorText { get; private set; } = "";

    public string Outcome => Status == TurnStatus.Cancelled ? TurnStatus.Cancelled : Result?.Outcome ?? PlannerOutcome.Problem;

    public void Fail(string code, string text)
    {
        Status = TurnStatus.Failed;
        ErrorCode = code;
        ErrorText = text;
    }

    public RunResult ToRunResult(long duration) => new(
        Outcome, Status == TurnStatus.Cancelled, duration, Model?.Provider, Model?.Model, Result?.InputTokens ?? 0, Result?.OutputTokens ?? 0)
    {
        IsDecision = IsDecision,
        Interrupts = [.. Result?.Proposed.Select(TurnInterrupt.Of) ?? []],
    };
}
