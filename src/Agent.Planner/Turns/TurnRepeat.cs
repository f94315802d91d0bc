using System.Text.Json;
using PromptLab.Data.Turns;
using PromptLab.Planner.DirectCalls;
using PromptLab.Planner.PendingActions;
using PromptLab.Planner.Planning;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Turns;

/// <summary>The request that answers an earlier turn's message again.</summary>
internal static class TurnRepeat
{
    /// <summary>
    /// Null for what is done once. Changes are proposed and decided, or made, once; whoever wants another one asks anew. A yes that decided
    /// nothing, because several actions waited or none did, would decide on what waits by now.
    /// </summary>
    public static TurnRequest? Of(TurnRow earlier, ToolCatalogue catalogue, string door, string? idempotencyKey)
    {
        if (earlier.Outcome is PlannerOutcome.Proposal or PlannerOutcome.ConfirmYes or PlannerOutcome.ConfirmNo || DecidingMessage.Is(earlier.Message))
        {
            return null;
        }

        var calls = Calls(earlier);
        return calls.Any(call => MayHaveChanged(call, catalogue))
            ? null
            : new(earlier.ConversationId, earlier.Owner, earlier.Message, door, idempotencyKey) { Replaces = earlier.Id, Call = OwnCall(calls) };
    }

    private static bool MayHaveChanged(ToolCallRecord call, ToolCatalogue catalogue) =>
        call.Status is not (ToolCallRecord.Asked or ToolCallRecord.Rejected)
        && catalogue.TryFind(call.Tool, out var tool) && tool.Descriptor.Effect == ToolEffect.Change;

    /// <summary>The call that the person made, rather than a model; null when there was none.</summary>
    private static DirectCall? OwnCall(IReadOnlyList<ToolCallRecord> calls) =>
        calls is [{ Id: DirectCallRun.CallId, Arguments: { } arguments } call] ? new DirectCall(call.Tool, arguments) : null;

    private static IReadOnlyList<ToolCallRecord> Calls(TurnRow earlier) =>
        earlier.ToolCalls is { } json ? JsonSerializer.Deserialize<IReadOnlyList<ToolCallRecord>>(json, TurnJson.Options)! : [];
}
