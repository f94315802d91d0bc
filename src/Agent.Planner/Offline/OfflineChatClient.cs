using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using PromptLab.Everflow;
using PromptLab.Planner.Offline.Names;
using PromptLab.Planner.Offline.State;
using PromptLab.Planner.Offline.Turns;
using PromptLab.Workflows.Dates;

namespace PromptLab.Planner.Offline;

/// <summary>
/// A deterministic planner that looks like a model: it reads the last message with vocabularies and rules and calls the
/// tool that fits, or answers with a marked text. It needs no key and, beside the network's names, nothing from outside.
/// </summary>
public sealed class OfflineChatClient(NetworkNames names, NetworkCalendar calendar) : IChatClient
{
    public const string ModelId = "offline";

    private const int LongestChainOfQuestions = 4;
    private volatile KnownTools? _shapes;

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var decision = await DecideAsync([.. messages], options, cancellationToken);
        var message = new ChatMessage(ChatRole.Assistant, [Content(decision)]) { MessageId = "offline" };
        return new ChatResponse(message)
        {
            ModelId = ModelId,
            FinishReason = decision is Decision.Call ? ChatFinishReason.ToolCalls : ChatFinishReason.Stop,
            Usage = new UsageDetails { InputTokenCount = 0, OutputTokenCount = 0, TotalTokenCount = 0 },
        };
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var response = await GetResponseAsync(messages, options, cancellationToken);
        foreach (var update in response.ToChatResponseUpdates())
        {
            yield return update;
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType == typeof(ChatClientMetadata) ? new ChatClientMetadata("offline", null, ModelId)
        : serviceKey is null && serviceType.IsInstanceOfType(this) ? this
        : null;

    public void Dispose()
    {
    }

    private async Task<Decision> DecideAsync(List<ChatMessage> messages, ChatOptions? options, CancellationToken cancellationToken)
    {
        var planner = new TurnPlanner(await NamesAsync(cancellationToken), calendar.Today, Shapes(options?.Tools ?? []));
        var last = messages.FindLastIndex(message => message.Role == ChatRole.User);
        if (last < 0)
        {
            return Replies.ReplyTexts.Help;
        }

        // A tool's result behind the last question means that the planner wants words; there is nothing to add to what code has shown.
        return messages.Skip(last).Any(message => message.Role == ChatRole.Tool)
            ? new Decision.Reply("clarify", "Please say it in other words, or ask \"what can you do?\".")
            : planner.Plan(messages[last].Text, Complete(ConversationView.Read(messages), messages, last, planner));
    }

    /// <summary>The planner offers the same list of tools on every turn.</summary>
    private IReadOnlyDictionary<string, ToolShape> Shapes(IList<AITool> tools)
    {
        if (_shapes is not { } known || !ReferenceEquals(known.Tools, tools))
        {
            _shapes = known = new KnownTools(tools, ToolShape.Read(tools));
        }

        return known.Shapes;
    }

    /// <summary>The names only help to tell a partner from an offer; without them the tools still read every name.</summary>
    private async ValueTask<NameFinder> NamesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await names.GetAsync(cancellationToken);
        }
        catch (EverflowException)
        {
            return new NameFinder([]);
        }
    }

    /// <summary>After a question the open call is in the state, or in the messages that led to it.</summary>
    private static ConversationView Complete(ConversationView view, List<ChatMessage> messages, int last, TurnPlanner planner)
    {
        if (!view.IsAwaitingAnswer || view.Open is not null)
        {
            return view;
        }

        var asked = messages.Take(last).Where(message => message.Role == ChatRole.User || message.Role == ChatRole.Assistant).ToList();
        var start = asked.Count;
        for (var questions = 0; questions < LongestChainOfQuestions && start >= 2 && IsQuestion(asked[start - 1], isLast: start == asked.Count); questions++)
        {
            start -= 2;
        }

        var open = view with { IsAwaitingAnswer = false };
        foreach (var message in asked.Skip(Math.Max(0, start)).Where(message => message.Role == ChatRole.User))
        {
            open = open with { Open = planner.Understand(message.Text, open), IsAwaitingAnswer = true };
        }

        return view with { Open = open.Open };
    }

    private static bool IsQuestion(ChatMessage message, bool isLast) =>
        message.Role == ChatRole.Assistant && (isLast || message.Text.Contains('?', StringComparison.Ordinal));

    private static AIContent Content(Decision decision) => decision switch
    {
        Decision.Call call => new FunctionCallContent(
            "offline-1", call.Tool,
            call.Arguments.ToDictionary(argument => argument.Key, object? (argument) => argument.Value is { } value ? JsonSerializer.SerializeToElement(value) : null)),
        Decision.Reply reply => new TextContent($"[{reply.Mark}] {reply.Text}"),
        _ => throw new InvalidOperationException($"A decision has no content for {decision.GetType().Name}."),
    };

    private sealed record KnownTools(IList<AITool> Tools, IReadOnlyDictionary<string, ToolShape> Shapes);
}
