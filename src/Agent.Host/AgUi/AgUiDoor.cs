using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Authentication;
using PromptLab.Host.Doors;
using PromptLab.Host.Hosting;
using PromptLab.Host.Turns;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.AgUi;

/// <summary>Answers the runs of AG-UI clients with turns of the agent.</summary>
internal sealed class AgUiDoor(DoorConversations conversations, DoorTurns doors, TurnViewer viewer, PublicAddress address)
{
    private const string Door = "agui";

    public async Task<Results<TurnEventStream, ProblemHttpResult>> RunAsync(RunAgentInput input, HttpContext http, CancellationToken cancellationToken)
    {
        var (problem, question) = AgUiQuestion.Read(input);
        if (question is null)
        {
            return problem!;
        }

        var owner = http.User.Owner();
        var conversation = await conversations.FindAsync(Door, question.Thread, owner, cancellationToken);
        var request = new TurnRequest(conversation, owner, question.Text, Door, question.Key) { Resume = question.Answers };
        return await doors.StartAsync(request, cancellationToken) switch
        {
            TurnStartResult.Started { Turn: var turn } => Tell(http, turn.ConversationId, turn.Id, doors.FollowAsync(turn, http.RequestAborted), question),
            TurnStartResult.Repeated { Turn: var turn } => Tell(http, turn.ConversationId, turn.Id, viewer.ReadAsync(turn, 0, http.RequestAborted), question),
            var refused => TurnProblem.Of(refused, http.Response),
        };
    }

    private TurnEventStream Tell(
        HttpContext http, Guid conversation, Guid turn, IAsyncEnumerable<IReadOnlyList<TurnEvent>> events, AgUiQuestion question)
    {
        http.Response.Headers["X-Conversation-Id"] = conversation.ToString();
        http.Response.Headers["X-Turn-Id"] = turn.ToString();
        return new TurnEventStream(turn, AgUiRun.AddressAsync(events, question, address.Of(http.Request), http.RequestAborted));
    }
}
