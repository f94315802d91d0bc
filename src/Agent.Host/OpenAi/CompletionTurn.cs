using PromptLab.Data.OpenAi;
using PromptLab.Host.Chat;
using PromptLab.Host.Doors;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.OpenAi;

/// <summary>A turn that is being answered at this door.</summary>
/// <param name="events">From its beginning.</param>
internal sealed class CompletionTurn(
    Guid id, Guid conversation, IAsyncEnumerable<IReadOnlyList<TurnEvent>> events, CompletionRequest request, CompletionHistory history, Uri origin,
    OpenAiTurnRepository known)
{
    private readonly CompletionFold _fold = new(origin);
    private readonly TextLimit _limit = new(CompletionCheck.Stops(request)!, CompletionCheck.Tokens(request));

    public Guid Id => id;

    public Guid Conversation => conversation;

    public string Text => _limit.Text;

    public string FinishReason => _limit.FinishReason;

    public ChatError? Error => _fold.Error;

    public CompletionUsage Usage => new(_fold.InputTokens, _fold.OutputTokens, _fold.InputTokens + _fold.OutputTokens);

    public CompletionPlaceDto Place => new(conversation, id, _fold.Outcome, _fold.PendingAction);

    /// <summary>The pieces of the answer, and null where nothing came for a while.</summary>
    public async IAsyncEnumerable<string?> ReadAsync(
        TimeProvider time, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var batch in Silence.MarkAsync(events, time, cancellationToken))
        {
            if (batch.Count == 0)
            {
                yield return null;
            }

            foreach (var item in batch)
            {
                yield return _limit.Admit(_fold.Take(item));
            }
        }

        yield return _limit.Flush();
        // Before the client sees the end: what it says next must find the conversation.
        await known.AnsweredAsync(id, history.Answered(Text), history.EndingWith(Text), CancellationToken.None);
    }
}
