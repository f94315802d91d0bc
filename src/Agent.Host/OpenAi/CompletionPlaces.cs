using PromptLab.Data.OpenAi;
using PromptLab.Data.Turns;
using PromptLab.Host.Doors;
using PromptLab.Planner.PendingActions;
using PromptLab.Planner.Planning;

namespace PromptLab.Host.OpenAi;

/// <summary>Finds the conversation that a request goes on with, so that follow-ups and a "yes" reach what they are about.</summary>
internal sealed class CompletionPlaces(OpenAiTurnRepository known, TurnRepository turns, DoorConversations conversations, TimeProvider time)
{
    public const string Door = "openai";

    /// <summary>How long a request that is sent again by a client's own retry is taken for the same one.</summary>
    private static readonly TimeSpan RetryWindow = TimeSpan.FromMinutes(10);

    /// <param name="thread">The client's id for the conversation; empty for none.</param>
    /// <param name="isRetry">True when the client says that it tries again.</param>
    public async Task<CompletionPlace> FindAsync(
        string owner, string thread, CompletionHistory history, bool isRetry, CancellationToken cancellationToken)
    {
        Guid? named = thread.Length > 0 ? await conversations.FindAsync(Door, thread, owner, cancellationToken) : null;
        if (history.Before is not { } before)
        {
            var again = isRetry ? await known.FindAskedAsync(owner, history.Asked, cancellationToken) : null;
            return again is null ? new CompletionPlace.At(named, null) : await BehindAsync(owner, again, history, isRetry, cancellationToken);
        }

        if ((named ?? await EarlierAsync(owner, before, history, cancellationToken)) is not { } conversation)
        {
            return new CompletionPlace.At(null, null);
        }

        return await known.FindNextAsync(conversation, before, cancellationToken) is { } next
            ? await BehindAsync(owner, next, history, isRetry, cancellationToken)
            : new CompletionPlace.At(conversation, null);
    }

    private async Task<Guid?> EarlierAsync(string owner, string before, CompletionHistory history, CancellationToken cancellationToken) =>
        (await known.FindAnsweredAsync(owner, before, cancellationToken)
            ?? await known.FindAskedAsync(owner, history.Unanswered!, cancellationToken)
            ?? (history.Ending is { } ending ? await known.FindEndingAsync(owner, ending, cancellationToken) : null))?.ConversationId;

    /// <param name="known">A turn that was asked behind the same messages.</param>
    private async Task<CompletionPlace> BehindAsync(
        string owner, OpenAiTurnRow known, CompletionHistory history, bool isRetry, CancellationToken cancellationToken)
    {
        if (await turns.FindAsync(owner, known.TurnId, cancellationToken) is not { } turn)
        {
            return new CompletionPlace.At(known.ConversationId, null);
        }

        var isSame = known.AskedHash == history.Asked && turn.Status is TurnStatus.Running or TurnStatus.Completed
            && (IsDecision(turn) || (isRetry && time.GetUtcNow() - known.CreatedAt < RetryWindow));
        return isSame ? new CompletionPlace.Answered(turn) : new CompletionPlace.At(known.ConversationId, Replaceable(turn));
    }

    /// <summary>Also a yes that decided nothing: said again, it would decide on what waits by now.</summary>
    private static bool IsDecision(TurnRow turn) =>
        turn.Outcome is PlannerOutcome.ConfirmYes or PlannerOutcome.ConfirmNo || DecidingMessage.Is(turn.Message);

    /// <summary>What proposed or decided a change stays where it is.</summary>
    private static Guid? Replaceable(TurnRow turn) =>
        turn.Status == TurnStatus.Running || IsDecision(turn) || turn.Outcome == PlannerOutcome.Proposal ? null : turn.Id;
}
