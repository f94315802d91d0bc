using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Conversations;

/// <summary>
/// What a conversation has settled, kept as data and given to every planner, so that follow-ups never depend on re-reading prose.
/// </summary>
public sealed record ConversationState
{
    public const string PromptPrefix = "Conversation state: ";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static ConversationState Empty { get; } = new();

    /// <summary>The last request that was resolved completely.</summary>
    public SettledCall? Last { get; init; }

    /// <summary>What an answer put in first place, by argument: what "that page" means.</summary>
    public IReadOnlyDictionary<string, ShownEntity>? Shown { get; init; }

    /// <summary>True when the last assistant message was a question.</summary>
    public bool AwaitingAnswer { get; init; }

    /// <summary>The call that was asked about, with the arguments that are settled already.</summary>
    public SettledCall? Known { get; init; }

    /// <summary>The action that waits for a person's yes.</summary>
    public SettledCall? Pending { get; init; }

    [JsonIgnore]
    public bool IsEmpty => Last is null && Shown is null && !AwaitingAnswer && Known is null && Pending is null;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>Reads a stored state; anything unreadable is an empty one, because a follow-up can always be said in full.</summary>
    public static ConversationState Parse(string? json)
    {
        try
        {
            return string.IsNullOrEmpty(json) ? Empty : JsonSerializer.Deserialize<ConversationState>(json, Json) ?? Empty;
        }
        catch (JsonException)
        {
            return Empty;
        }
    }

    /// <summary>The state as a planner sent it to a model, or an empty one.</summary>
    public static ConversationState Find(IEnumerable<ChatMessage> messages)
    {
        foreach (var message in messages)
        {
            if (message.Role == ChatRole.System && message.Text.StartsWith(PromptPrefix, StringComparison.Ordinal))
            {
                return Parse(message.Text[PromptPrefix.Length..]);
            }
        }

        return Empty;
    }

    public ChatMessage ToMessage() => new(ChatRole.System, PromptPrefix + ToJson());
}
