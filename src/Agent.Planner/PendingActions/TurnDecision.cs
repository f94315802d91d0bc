using Microsoft.Extensions.Options;
using PromptLab.Data.PendingActions;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Planning;
using PromptLab.Planner.Turns;
using PromptLab.Plugins.PendingActions;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.PendingActions;

/// <summary>A person's decision inside a turn: what comes of it is the turn's answer, and both are stored at once.</summary>
internal sealed class TurnDecision(
    PendingActionRepository actions, PendingActionWork work, PendingActionTexts texts, TurnNode node, IOptions<ApprovalOptions> options)
{
    public async Task<PlannerResult> DecideAsync(
        LiveTurn turn, IReadOnlyList<PendingActionRow> meant, bool isConfirmed, ConversationState state, TurnWriter writer)
    {
        var ended = new List<PendingActionEnd>();
        var proposed = new List<ProposedCall>();
        foreach (var action in meant)
        {
            if (!isConfirmed)
            {
                await CancelAsync(turn, action, writer);
            }
            else if (await actions.ClaimAsync(action.Id, turn.Owner, node.Name, options.Value.Lease, turn.Stopped) is { } claimed)
            {
                var outcome = await work.RunAsync(claimed, isRecovery: false, writer);
                Tell(writer, outcome.Text, outcome.Cards);
                ended.AddRange(PendingActionReply.End(claimed, outcome) is { } end ? [end] : []);
                proposed.AddRange(outcome.Next is { } next ? [new ProposedCall(null, next)] : []);
            }
            else
            {
                await OverAsync(turn, action, writer);
            }
        }

        var pending = proposed.Count > 0 ? SettledCall.Of(proposed[^1].Proposal.Request) : null;
        return new PlannerResult(isConfirmed ? PlannerOutcome.ConfirmYes : PlannerOutcome.ConfirmNo, Decided(state) with { Pending = pending }, 0, 0)
        {
            Ended = ended,
            Proposed = proposed,
        };
    }

    /// <summary>Several actions wait, so a bare yes or no says too little.</summary>
    public static PlannerResult Choose(IReadOnlyList<PendingActionRow> open, bool isYes, ConversationState state, TurnWriter writer)
    {
        var text = (open.Count, isYes) switch
        {
            (1, true) => "There is also a question open, so please say what your yes is for.",
            (1, false) => "There is also a question open, so please say what your no is for.",
            (_, true) => $"{open.Count} actions are waiting for a yes. Which one do you mean?",
            _ => $"{open.Count} actions are waiting. Which one shall I cancel?",
        };
        List<ToolChoice> choices = [.. open.Select(action => isYes ? ConfirmationChoice.Confirm(action) : ConfirmationChoice.Cancel(action))];
        if (!isYes && open.Count > 1)
        {
            choices.Add(new ToolChoice("Cancel all of them", $"cancel {ConfirmationChoice.All}"));
        }

        Tell(writer, text, [QuestionCard.Create(text, choices)]);
        return new PlannerResult(PlannerOutcome.Clarify, state, 0, 0);
    }

    public static PlannerResult Say(string text, ConversationState state, TurnWriter writer)
    {
        Tell(writer, text, []);
        return new PlannerResult(PlannerOutcome.Clarify, Decided(state), 0, 0);
    }

    private async Task CancelAsync(LiveTurn turn, PendingActionRow action, TurnWriter writer)
    {
        if (await actions.CancelAsync(action.Id, turn.Owner, null, turn.Stopped) is null)
        {
            await OverAsync(turn, action, writer);
        }
        else
        {
            Tell(writer, PendingActionReply.Cancelled(action, turn.Owner), []);
        }
    }

    /// <summary>Somebody was faster, or the time ran out this very moment.</summary>
    private async Task OverAsync(LiveTurn turn, PendingActionRow action, TurnWriter writer) =>
        Tell(writer, texts.Over(await actions.FindAsync(action.Id, turn.Stopped) ?? action, turn.Owner).Text, []);

    private static ConversationState Decided(ConversationState state) => state with { AwaitingAnswer = false, Known = null };

    private static void Tell(TurnWriter writer, string text, IReadOnlyList<Card> cards)
    {
        writer.Text(text);
        writer.EndText();
        foreach (var card in cards)
        {
            writer.Card(card);
        }
    }
}
