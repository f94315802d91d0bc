using System.Globalization;
using PromptLab.Data.Conversations;

namespace PromptLab.Host.Conversations;

/// <summary>A conversation as a document for people: answers are Markdown already, questions are quoted.</summary>
internal static class ConversationMarkdown
{
    public static async Task WriteAsync(
        Stream target, ConversationRow conversation, IAsyncEnumerable<MessageRow> messages, CancellationToken cancellationToken)
    {
        await using var text = new StreamWriter(target, leaveOpen: true);
        await text.WriteLineAsync($"# {conversation.Title.ReplaceLineEndings(" ")}".AsMemory(), cancellationToken);
        await foreach (var message in messages.WithCancellation(cancellationToken))
        {
            await text.WriteLineAsync($"\n{Heading(message)}\n\n{Body(message)}".AsMemory(), cancellationToken);
        }
    }

    private static string Heading(MessageRow message) => string.Create(
        CultureInfo.InvariantCulture, $"## {(message.Role == MessageRole.User ? "You" : "PromptLab")} · {message.CreatedAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC");

    private static string Body(MessageRow message) =>
        message.Role == MessageRole.User ? "> " + message.Text.ReplaceLineEndings("\n> ") : message.Text.Trim();
}
