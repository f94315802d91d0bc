using PromptLab.Data.OpenAi;
using PromptLab.Host.Authentication;
using PromptLab.Host.Chat;
using PromptLab.Host.Doors;
using PromptLab.Host.Hosting;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.OpenAi;

/// <summary>Answers chat completions with turns of the agent.</summary>
internal sealed class CompletionDoor(
    DoorTurns doors, TurnViewer viewer, CompletionPlaces places, OpenAiTurnRepository known, PublicAddress address, TimeProvider time)
{
    private const string RetryCount = "X-Stainless-Retry-Count";
    private const string ThreadHeader = "X-Conversation-Id";

    public static string IdOf(Guid turn) => $"chatcmpl-{turn:N}";

    public async Task<IResult> AnswerAsync(CompletionRequest request, HttpContext http, CancellationToken cancellationToken)
    {
        if (CompletionCheck.Problem(request) is { } problem)
        {
            return problem;
        }

        if (!IdempotencyKey.TryRead(http.Request, out var key))
        {
            return OpenAiError.Invalid("Idempotency-Key", "idempotency_key_invalid", IdempotencyKey.Rule);
        }

        if (CompletionThread.Read(request, http.Request.Headers[ThreadHeader].ToString()) is not { } thread)
        {
            return OpenAiError.Invalid("metadata", "conversation_id_invalid", CompletionThread.Rule);
        }

        var history = new CompletionHistory(request.Messages!, thread);
        return await BeginAsync(request, history, thread, key, http, cancellationToken) switch
        {
            (null, { } refused) => OpenAiError.Of(refused, http.Response),
            ({ } turn, _) => await TellAsync(turn, request, http),
            _ => throw new InvalidOperationException("A turn neither begins nor is refused."),
        };
    }

    private async Task<(CompletionTurn? Turn, TurnStartResult? Refused)> BeginAsync(
        CompletionRequest request, CompletionHistory history, string thread, string? key, HttpContext http, CancellationToken cancellationToken)
    {
        var owner = http.User.Owner();
        var origin = address.Of(http.Request);
        var isRetry = http.Request.Headers[RetryCount].ToString() is not ("" or "0");
        var start = await places.FindAsync(owner, thread, history, isRetry, cancellationToken) switch
        {
            CompletionPlace.Answered { Turn: var turn } => new TurnStartResult.Repeated(turn),
            CompletionPlace.At at => await doors.StartAsync(
                new TurnRequest(at.Conversation, owner, history.Question, CompletionPlaces.Door, key) { Replaces = at.Replaces }, cancellationToken),
            var other => throw new InvalidOperationException($"Unknown place {other.GetType().Name}."),
        };
        switch (start)
        {
            case TurnStartResult.Started { Turn: var turn }:
                await known.AddAsync(new OpenAiTurn(turn.Id, turn.ConversationId, owner, history.Before, history.Asked), CancellationToken.None);
                return (Of(turn.Id, turn.ConversationId, doors.FollowAsync(turn, http.RequestAborted)), null);
            case TurnStartResult.Repeated { Turn: var turn }:
                return (Of(turn.Id, turn.ConversationId, viewer.ReadAsync(turn, 0, http.RequestAborted)), null);
            default:
                return (null, start);
        }

        CompletionTurn Of(Guid id, Guid conversation, IAsyncEnumerable<IReadOnlyList<TurnEvent>> events) =>
            new(id, conversation, events, request, history, origin, known);
    }

    private async Task<IResult> TellAsync(CompletionTurn turn, CompletionRequest request, HttpContext http)
    {
        http.Response.Headers[ThreadHeader] = turn.Conversation.ToString();
        http.Response.Headers["X-Turn-Id"] = turn.Id.ToString();
        http.Response.Headers["X-Request-Id"] = IdOf(turn.Id);
        if (request.Stream is true)
        {
            return new CompletionStream(turn, request.StreamOptions?.IncludeUsage is true, time);
        }

        await foreach (var _ in turn.ReadAsync(time, http.RequestAborted))
        {
            // The whole text is wanted.
        }

        return turn.Error is { } error
            ? OpenAiError.OfTurn(error.Code, error.Message)
            : TypedResults.Ok(new CompletionReply(
                IdOf(turn.Id), "chat.completion", time.GetUtcNow().ToUnixTimeSeconds(), OpenAiModel.IdOfAgent,
                [new CompletionReply.Choice(0, new CompletionReply.Answer("assistant", turn.Text, null), null, turn.FinishReason)], turn.Usage, turn.Place));
    }
}
