using System.Security.Cryptography;
using System.Text;

namespace PromptLab.Host.OpenAi;

/// <summary>The messages of a request as hashes, by which the conversation is found that they were said in.</summary>
/// <remarks>
/// Spaces do not count, because clients trim, and neither do system messages and tool results, because clients change them from
/// one request to the next.
/// </remarks>
internal sealed class CompletionHistory
{
    /// <param name="thread">An id of the caller's for the conversation; empty for none.</param>
    public CompletionHistory(IReadOnlyList<CompletionMessage> messages, string thread)
    {
        var said = messages.Where(message => message.Role is "user" or "assistant").Select(message => (Role: message.Role!, Text: message.ReadText()!))
            .Where(message => !string.IsNullOrWhiteSpace(message.Text)).ToList();
        Question = said is [.., { Role: "user" } last] ? last.Text : "";
        var hash = Hash(thread, "", "");
        var (beforeLastUser, lastUser) = (hash, "");
        foreach (var (role, text) in said.SkipLast(1))
        {
            if (role == "user")
            {
                (beforeLastUser, lastUser) = (hash, text);
            }

            hash = Hash(hash, role, text);
        }

        if (said.Count > 1)
        {
            Before = hash;
            Unanswered = Hash(beforeLastUser, "user", lastUser);
            Ending = said[^2].Role == "assistant" ? Hash(lastUser, "assistant", said[^2].Text) : null;
        }

        Asked = Hash(hash, "user", Question);
    }

    /// <summary>The last message.</summary>
    public string Question { get; }

    /// <summary>Of what was said before the question; null when it is the first message.</summary>
    public string? Before { get; }

    /// <summary>The same without an answer at its end: that one may have been stopped, and so be another than ours.</summary>
    public string? Unanswered { get; }

    /// <summary>Of the last exchange alone, for clients that leave out what is long ago.</summary>
    public string? Ending { get; }

    public string Asked { get; }

    /// <summary>Of the whole, once it is answered.</summary>
    public string Answered(string answer) => Hash(Asked, "assistant", answer);

    public string EndingWith(string answer) => Hash(Question, "assistant", answer);

    private static string Hash(string before, string role, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Squeeze(before)}\n{role}\n{Squeeze(text)}")));

    private static string Squeeze(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
