using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using PromptLab.Host.Turns;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Chat;

/// <summary>What came of asking for a turn: its events, the whole of it, or why there is none.</summary>
internal sealed class TurnAnswer(TurnViewer viewer, DataSource source)
{
    private const string EventStream = "text/event-stream";

    public async Task<Results<TurnEventStream, Ok<ChatReply>, ProblemHttpResult>> OfAsync(
        TurnStartResult start, HttpContext http, CancellationToken cancellationToken) => start switch
        {
            TurnStartResult.Started { Turn: var turn } => await TellAsync(http, turn.ConversationId, turn.Id, turn.ReadAsync(0, cancellationToken)),
            TurnStartResult.Repeated { Turn: var turn } => await TellAsync(http, turn.ConversationId, turn.Id, viewer.ReadAsync(turn, 0, cancellationToken)),
            _ => TurnProblem.Of(start, http.Response),
        };

    private async Task<Results<TurnEventStream, Ok<ChatReply>, ProblemHttpResult>> TellAsync(
        HttpContext http, Guid conversation, Guid turn, IAsyncEnumerable<IReadOnlyList<TurnEvent>> events)
    {
        http.Response.Headers["X-Conversation-Id"] = conversation.ToString();
        http.Response.Headers["X-Turn-Id"] = turn.ToString();
        return WantsStream(http.Request)
            ? new TurnEventStream(turn, events)
            : TypedResults.Ok(await new ChatReplyBuilder(conversation, turn, source).ReadAsync(events, http.RequestAborted));
    }

    internal static bool WantsStream(HttpRequest request) =>
        request.Headers.TryGetValue(HeaderNames.Accept, out var accept)
        && accept.ToString().Contains(EventStream, StringComparison.OrdinalIgnoreCase);
}
