using System.Text.Json.Nodes;
using PromptLab.Planner.Confirmations;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Models;
using PromptLab.Planner.Planning;
using PromptLab.Planner.Prompts;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Evaluation;

/// <summary>Routes a case through the product's own planner and resolution, as a turn would.</summary>
internal sealed class EvaluationRouter(IPlanner planner, PromptLibrary prompts)
{
    private const int MaxToolCalls = 8;
    private const int MaxTokens = 60_000;
    private static readonly HashSet<string> Outcomes =
        [PlannerOutcome.Clarify, PlannerOutcome.Refuse, PlannerOutcome.Help, PlannerOutcome.Smalltalk, "confirm_yes", "confirm_no"];

    /// <returns>A tool with resolved arguments, or an outcome without any.</returns>
    public async Task<EvaluationCall> RouteAsync(EvaluationCase item, ChatModel model, CancellationToken cancellationToken)
    {
        if (item.Pending is not null && ConfirmationWords.Read(item.Utterance) is var answer and not Confirmation.Neither)
        {
            return new EvaluationCall(answer == Confirmation.Yes ? "confirm_yes" : "confirm_no", []);
        }

        var routed = new RoutedCall();
        var context = new ToolContext("evaluation", Guid.Empty, Guid.Empty, item.Utterance, routed);
        var history = item.History.Select(message => new PlannerMessage(message.IsUser, message.Text)).ToList();
        var turn = new PlannerTurn(
            prompts.Get("agent", "evaluation"), State(item), history, item.Utterance, model, context, MaxToolCalls, MaxTokens);
        var result = await planner.RunAsync(turn, routed, cancellationToken);
        return routed.Request is { } request
            ? new EvaluationCall(request.Tool, (JsonObject)request.Arguments.DeepClone())
            : new EvaluationCall(Outcomes.Contains(result.Outcome) ? result.Outcome : PlannerOutcome.Clarify, []);
    }

    /// <summary>What the conversation's state would be after the history.</summary>
    private static ConversationState State(EvaluationCase item)
    {
        var answered = item.History.LastOrDefault(message => message.Call is { } call && !Outcomes.Contains(call.Tool))?.Call;
        return new ConversationState
        {
            Last = Settled(answered),
            AwaitingAnswer = item.History.Count > 0 && item.History[^1].Call?.Tool == PlannerOutcome.Clarify,
            Pending = Settled(item.Pending),
        };
    }

    private static SettledCall? Settled(EvaluationCall? call) => call is null ? null : new SettledCall(call.Tool, call.Args);
}
