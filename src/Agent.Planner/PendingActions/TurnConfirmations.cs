using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Data.Conversations;
using PromptLab.Data.PendingActions;
using PromptLab.Planner.Confirmations;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Planning;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.PendingActions;

/// <summary>Decides what a message says to the conversation's pending actions, before any planner: a model can neither confirm nor cancel.</summary>
internal sealed class TurnConfirmations(PendingActionRepository actions, TurnDecision decision, PendingActionTexts texts)
{
    private const int MostOpen = 50;

    /// <summary>The state with what really waits: an action may have expired, or been decided on elsewhere.</summary>
    public async Task<ConversationState> RefreshAsync(LiveTurn turn, ConversationState state)
    {
        if (state.Pending is null)
        {
            return state;
        }

        var open = await OpenAsync(turn.Owner, turn.ConversationId, turn.Stopped);
        return state with { Pending = open.Count == 0 ? null : Settled(open[0]) };
    }

    /// <summary>Null when the message is the planner's to answer.</summary>
    public async Task<PlannerResult?> DecideAsync(
        LiveTurn turn, TurnRequest request, ConversationState state, IReadOnlyList<MessageRow> recent, TurnWriter writer)
    {
        if (request.Resume is { } resume)
        {
            return await ResumeAsync(turn, resume, state, writer);
        }

        var choice = ConfirmationChoice.Read(request.Message);
        var said = ConfirmationWords.Read(request.Message);
        if (choice is null && said == Confirmation.Neither)
        {
            return null;
        }

        var open = await OpenAsync(turn.Owner, turn.ConversationId, turn.Stopped);
        if (choice is not null)
        {
            var meant = open.Where(choice.Means).ToList();
            return meant.Count > 0
                ? await decision.DecideAsync(turn, meant, choice.IsConfirmed, state, writer)
                : await NothingOpenAsync(turn, choice.IsConfirmed, state, writer);
        }

        var isYes = said == Confirmation.Yes;
        return open.Count switch
        {
            0 => IsAbout(state, recent) ? await NothingOpenAsync(turn, isYes, state, writer) : null,
            1 when !AnswersQuestion(state) => await decision.DecideAsync(turn, open, isYes, state, writer),
            _ => TurnDecision.Choose(open, isYes, state, writer),
        };
    }

    /// <summary>A question was asked after the proposal, so a bare yes may be meant for either.</summary>
    private static bool AnswersQuestion(ConversationState state) => state is { AwaitingAnswer: true, Known: not null };

    /// <summary>Without anything pending, a yes answers a question, or the agent's last words; only after a decision, or at the very beginning, is it one too many.</summary>
    private static bool IsAbout(ConversationState state, IReadOnlyList<MessageRow> recent) =>
        !state.AwaitingAnswer
        && recent.LastOrDefault(message => message.Role == MessageRole.Assistant)?.Outcome
            is null or PlannerOutcome.ConfirmYes or PlannerOutcome.ConfirmNo or PlannerOutcome.Proposal;

    private async Task<PlannerResult> ResumeAsync(LiveTurn turn, IReadOnlyList<InterruptAnswer> answers, ConversationState state, TurnWriter writer)
    {
        var open = await OpenAsync(turn.Owner, turn.ConversationId, turn.Stopped);
        var confirmed = open.Where(action => answers.Any(answer => answer.Id == action.Id && answer.IsConfirmed)).ToList();
        var cancelled = open.Where(action => answers.Any(answer => answer.Id == action.Id && !answer.IsConfirmed)).ToList();
        if (confirmed.Count + cancelled.Count == 0)
        {
            return await OverAsync(turn, answers[0], state, writer);
        }

        var first = cancelled.Count > 0 ? await decision.DecideAsync(turn, cancelled, false, state, writer) : null;
        var second = confirmed.Count > 0 ? await decision.DecideAsync(turn, confirmed, true, first?.State ?? state, writer) : null;
        return second ?? first!;
    }

    private async Task<PlannerResult> OverAsync(LiveTurn turn, InterruptAnswer answer, ConversationState state, TurnWriter writer)
    {
        var action = await actions.FindAsync(answer.Id, turn.Stopped);
        var text = action is not null && action.Owner == turn.Owner && action.ConversationId == turn.ConversationId
            ? texts.Over(action, turn.Owner).Text
            : "There is no such confirmation in this conversation.";
        return TurnDecision.Say(text, state, writer);
    }

    private async Task<PlannerResult> NothingOpenAsync(LiveTurn turn, bool isYes, ConversationState state, TurnWriter writer)
    {
        var newest = await actions.ListAsync(turn.Owner, turn.ConversationId, null, null, 1, turn.Stopped);
        var text = newest.Data is [var last]
            ? $"Nothing is waiting for a {(isYes ? "yes" : "no")} any more. The last one: “{ConfirmationCard.Title(last)}”. {texts.Over(last, turn.Owner).Text}"
            : $"Nothing is waiting for a {(isYes ? "yes" : "no")} here. Ask for a tracking link, a report or figures, and I say so when something needs your confirmation.";
        return TurnDecision.Say(text, state, writer);
    }

    private async Task<IReadOnlyList<PendingActionRow>> OpenAsync(string owner, Guid conversation, CancellationToken cancellationToken) =>
        (await actions.ListAsync(owner, conversation, PendingActionStatus.Pending, null, MostOpen, cancellationToken)).Data;

    private static SettledCall Settled(PendingActionRow action) => new(
        action.Tool, JsonNode.Parse(action.Arguments)!.AsObject(), JsonSerializer.Deserialize<Dictionary<string, string>>(action.Names));
}
