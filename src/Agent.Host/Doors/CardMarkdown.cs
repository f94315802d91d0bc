using System.Text;
using System.Text.Json;
using PromptLab.Plugins.Rendering;

namespace PromptLab.Host.Doors;

/// <summary>
/// Cards as Markdown, for doors that show text alone. Only what the text of the answer leaves to its cards: tables, links and
/// schedules stand in the text already.
/// </summary>
internal static class CardMarkdown
{
    /// <summary>The text of an answer, and below it what its cards add.</summary>
    /// <param name="cards">Objects with <c>kind</c> and <c>data</c>.</param>
    /// <param name="origin">Where people reach this service; downloads are linked to it.</param>
    public static string Of(string text, IEnumerable<JsonElement> cards, Uri origin) =>
        string.Join("\n\n", cards.Select(card => Of(card, origin)).Prepend(text).Where(part => !string.IsNullOrWhiteSpace(part)));

    /// <summary>Null when the text of the answer says it all.</summary>
    public static string? Of(JsonElement card, Uri origin)
    {
        var data = card.GetProperty("data");
        return card.GetProperty("kind").GetString() switch
        {
            "confirmation" => Confirmation(data),
            "question" => Question(data),
            "export" => Export(data, origin),
            _ => null,
        };
    }

    private static string? Confirmation(JsonElement data)
    {
        if (Text(data, "status") != "pending")
        {
            return null;
        }

        var markdown = new StringBuilder("**").Append(MarkdownText.Escape(Text(data, "title") ?? "Please confirm")).Append("**\n\n");
        foreach (var fact in Items(data, "facts"))
        {
            markdown.Append("- ").Append(MarkdownText.Escape(Text(fact, "label")!)).Append(": ").Append(MarkdownText.Escape(Text(fact, "value")!)).Append('\n');
        }

        markdown.Append("\nA yes does this:\n\n");
        foreach (var effect in Items(data, "effects"))
        {
            markdown.Append("- ").Append(Sentence(effect.GetString()!)).Append('\n');
        }

        return markdown.Append("\nAnswer **yes** to confirm or **no** to cancel.").ToString();
    }

    private static string? Question(JsonElement data)
    {
        var choices = Items(data, "choices").Select(Choice).ToList();
        return choices.Count == 0 ? null : string.Join('\n', choices);
    }

    private static string Choice(JsonElement choice)
    {
        var (label, message) = (Text(choice, "label")!, Text(choice, "message")!);
        return label == message ? $"- {MarkdownText.Escape(label)}" : $"- {MarkdownText.Escape(label)} – answer “{MarkdownText.Escape(message)}”";
    }

    private static string? Export(JsonElement data, Uri origin) =>
        Text(data, "download_url") is { } url ? $"[Download {MarkdownText.Escape(Text(data, "file_name") ?? "the file")}]({new Uri(origin, url)})" : null;

    /// <summary>Of our own words, with names in them: longer than a name may be, so piece by piece.</summary>
    private static string Sentence(string text) => string.Join(' ', text.Split(' ').Select(MarkdownText.Escape));

    private static JsonElement.ArrayEnumerator Items(JsonElement data, string name) =>
        data.TryGetProperty(name, out var items) && items.ValueKind == JsonValueKind.Array ? items.EnumerateArray() : default;

    private static string? Text(JsonElement data, string name) =>
        data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
