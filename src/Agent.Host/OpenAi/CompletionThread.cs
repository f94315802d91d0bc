using System.Text.Json;
using PromptLab.Host.Doors;

namespace PromptLab.Host.OpenAi;

/// <summary>The caller's own word on which conversation is meant: <c>metadata.conversation_id</c>, or a header.</summary>
internal static class CompletionThread
{
    public const string Rule = "metadata.conversation_id (or the header X-Conversation-Id) is a text of 1 to 200 characters.";

    /// <summary>Empty when there is none; null when it cannot be used.</summary>
    public static string? Read(CompletionRequest request, string header)
    {
        var thread = request.Metadata?.TryGetValue("conversation_id", out var named) is not true ? header
            : named.ValueKind == JsonValueKind.String && named.GetString() is { Length: > 0 } text ? text
            : null;
        return thread?.Length <= DoorConversations.LongestId ? thread : null;
    }
}
