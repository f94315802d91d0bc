using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Executions;

/// <summary>
/// Answers executions without a model: the same prompt always gets the same text, which says in its first line that it is no model's. What it
/// tells of the prompt is enough to see that the right one arrived.
/// </summary>
internal sealed class OfflineAnswer : IChatClient
{
    public const string Mark = "[offline answer: no model was asked]";
    private const int ShownWords = 40;
    private const int ShownHash = 12;

    public async Task<ChatResponse> GetResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await GetStreamingResponseAsync(messages, options, cancellationToken).ToChatResponseAsync(cancellationToken);

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ChatMessage[] prompt = [.. messages];
        foreach (var piece in Pieces(prompt))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await Task.Yield();
            yield return new ChatResponseUpdate(ChatRole.Assistant, piece);
        }
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        // Nothing is held.
    }

    private static IEnumerable<string> Pieces(ChatMessage[] prompt)
    {
        var text = string.Join("\n\n", prompt.Select(message => message.Text));
        var words = prompt[^1].Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..ShownHash];
        yield return Mark + "\n\n";
        yield return string.Create(CultureInfo.InvariantCulture, $"Prompt {hash}: {words.Length} {(words.Length == 1 ? "word" : "words")}");
        yield return prompt.Length > 1 ? ", with a system prompt.\n\n" : ".\n\n";
        yield return string.Join(' ', words.Take(ShownWords)) + (words.Length > ShownWords ? " …" : "");
    }
}
