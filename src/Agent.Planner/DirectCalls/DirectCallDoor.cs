using PromptLab.Data.Conversations;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Turns;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.DirectCalls;

/// <summary>Looks at a person's own call before its turn begins: whether it can be made, and the sentence it is remembered by.</summary>
internal sealed class DirectCallDoor(ToolCatalogue catalogue, ConversationRepository conversations)
{
    public TurnStartResult.Rejected? Reject(DirectCall? call)
    {
        if (call is null)
        {
            return null;
        }

        if (!catalogue.TryFind(call.Tool, out var tool))
        {
            return new("tool_unknown", "There is no such tool; GET /api/v1/workflows lists them.", null);
        }

        return tool.Descriptor.UnknownArguments(call.Arguments) is [_, ..] unknown
            ? new("argument_unknown", $"{call.Tool} does not take {string.Join(", ", unknown)}; GET /api/v1/workflows tells what it takes.", null)
            : null;
    }

    /// <summary>The request with a message that says what the call changes, unless it has one.</summary>
    public async ValueTask<TurnRequest> WordAsync(TurnRequest request, CancellationToken cancellationToken)
    {
        if (request.Call is not { } call || !string.IsNullOrWhiteSpace(request.Message))
        {
            return request;
        }

        var state = request.Conversation is { } id && await conversations.FindAsync(request.Owner, id, cancellationToken) is { } conversation
            ? ConversationState.Parse(conversation.State)
            : ConversationState.Empty;
        return request with { Message = DirectCallMessage.Of(call, state.Last) };
    }
}
