using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using PromptLab.Planner.Planning;

namespace PromptLab.SemanticKernel.Planning;

/// <summary>
/// Stands between Semantic Kernel's loop and the model. Replies are read here, where broken arguments can still be told from missing
/// ones, and the model is told of the catalogue's own declarations: the loop makes copies of them for every turn. Calls of tools that do not
/// exist go through the loop under the name of the function that rejects them, so that the policies see every call.
/// </summary>
internal sealed class ReplyReader(IChatClient model, PlannerSteps steps, ToolFunctions functions) : DelegatingChatClient(model)
{
    private readonly Dictionary<string, FunctionCallContent> _unknown = [];

    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reply = steps.BeginReply();
        var asked = options?.Clone() ?? new ChatOptions();
        asked.Tools = functions.All;
        await foreach (var update in base.GetStreamingResponseAsync(messages.Select(AsTheModelWroteIt), asked, cancellationToken))
        {
            reply.Take(update);
            yield return AsTheLoopKnowsIt(update);
        }

        steps.EndReply();
    }

    private ChatResponseUpdate AsTheLoopKnowsIt(ChatResponseUpdate update)
    {
        if (!update.Contents.Any(IsUnknown))
        {
            return update;
        }

        var known = update.Clone();
        known.Contents = [.. update.Contents.Select(content => IsUnknown(content) ? Rename((FunctionCallContent)content) : content)];
        return known;
    }

    private bool IsUnknown(AIContent content) => content is FunctionCallContent call && !functions.Knows(call.Name);

    private FunctionCallContent Rename(FunctionCallContent call)
    {
        _unknown[call.CallId] = call;
        return new FunctionCallContent(call.CallId, functions.Unknown.Name, call.Arguments);
    }

    private ChatMessage AsTheModelWroteIt(ChatMessage message)
    {
        if (_unknown.Count == 0 || message.Role != ChatRole.Assistant)
        {
            return message;
        }

        var original = message.Clone();
        original.Contents =
            [.. message.Contents.Select(content => content is FunctionCallContent call && _unknown.TryGetValue(call.CallId, out var unknown) ? unknown : content)];
        return original;
    }
}
