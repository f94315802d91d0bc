using System.Text.Json;
using PromptLab.Host.Doors;

namespace PromptLab.Host.OpenAi;

/// <param name="Role"><c>user</c>, <c>assistant</c>, <c>system</c>, <c>developer</c>, <c>tool</c> or <c>function</c>.</param>
/// <param name="Content">A text, or parts of type <c>text</c>.</param>
internal sealed record CompletionMessage(string? Role, JsonElement? Content)
{
    /// <summary>Null when there is something in it that is no text.</summary>
    internal string? ReadText() => MessageText.Read(Content);
}
