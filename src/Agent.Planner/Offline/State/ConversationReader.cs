using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Offline.State;

/// <summary>Reads the state message that every planner sends right after the system prompt.</summary>
internal static class ConversationReader
{
    private const string Prefix = "Conversation state: ";

    public static ConversationView Read(IReadOnlyList<ChatMessage> messages)
    {
        var state = messages.Where(message => message.Role == ChatRole.System)
            .Select(message => message.Text)
            .FirstOrDefault(text => text.StartsWith(Prefix, StringComparison.Ordinal));
        var json = state is null ? [] : Parse(state[Prefix.Length..]);
        return new ConversationView
        {
            Last = Call(json["last"]),
            Open = Call(json["known"]),
            Pending = Call(json["pending"]),
            IsAwaitingAnswer = json["awaiting_answer"] is JsonValue flag && flag.GetValueKind() == JsonValueKind.True,
            Shown = Shown(json["shown"]),
            LastReply = messages.LastOrDefault(message => message.Role == ChatRole.Assistant)?.Text ?? "",
        };
    }

    private static JsonObject Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static EarlierCall? Call(JsonNode? node) => node?["tool"]?.GetValue<string>() is { } tool
        ? new EarlierCall(tool, node["args"] as JsonObject ?? [])
        : null;

    private static Dictionary<string, int> Shown(JsonNode? node)
    {
        var shown = new Dictionary<string, int>();
        foreach (var (argument, entity) in node as JsonObject ?? [])
        {
            if (entity?["id"] is JsonValue id && id.TryGetValue<int>(out var number))
            {
                shown[argument] = number;
            }
        }

        return shown;
    }
}
