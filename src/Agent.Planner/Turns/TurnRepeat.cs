using System.Text.Json;
using PromptLab.Data.Turns;
using PromptLab.Planner.DirectCalls;
using PromptLab.Planner.PendingActions;
using PromptLab.Planner.Planning;

namespace PromptLab.Planner.Turns;

/// <summary>The request that answers an earlier turn's message again.</summary>
internal static class TurnRepeat
{
    /// <summary>A tool that makes something anew each time that it runs.</summary>
    private const string Making = "schedule";

    /// <summary>
    /// Changes are proposed and decided once; whoever wants another one asks anew. A yes that decided nothing, because several
    /// actions waited or none did, would decide on what waits by now.
    /// </summary>
    public static bool IsRepeatable(TurnRow earlier) =>
        earlier.Outcome is not (PlannerOutcome.Proposal or PlannerOutcome.ConfirmYes or PlannerOutcome.ConfirmNo)
        && !DecidingMessage.Is(earlier.Message)
        && !Calls(earlier).Any(call => call.Tool == Making);

    public static TurnRequest Of(TurnRow earlier, string door, string? idempotencyKey) =>
        new(earlier.ConversationId, earlier.Owner, earlier.Message, door, idempotencyKey) { Replaces = earlier.Id, Call = OwnCall(earlier) };

    /// <summary>The call that the person made, rather than a model; null when there was none.</summary>
    private static DirectCall? OwnCall(TurnRow earlier) =>
        Calls(earlier) is [{ Id: DirectCallRun.CallId, Arguments: { } arguments } call] ? new DirectCall(call.Tool, arguments) : null;

    private static IReadOnlyList<ToolCallRecord> Calls(TurnRow earlier) =>
        earlier.ToolCalls is { } json ? JsonSerializer.Deserialize<IReadOnlyList<ToolCallRecord>>(json, TurnJson.Options)! : [];
}
