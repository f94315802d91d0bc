using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace PromptLab.Host.Deliveries;

/// <summary>A delivery's payload as a message of Slack's Block Kit, within its limits (https://docs.slack.dev/reference/block-kit).</summary>
internal static class SlackMessage
{
    private const int LongestHeader = 150;
    private const int LongestText = 3000;
    private const int LongestField = 2000;
    private const int MostFields = 10;
    private const int MostFieldSections = 3;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string payload)
    {
        var message = JsonNode.Parse(payload)!.AsObject();
        var title = Text(message["title"]) is { Length: > 0 } given ? given : "PromptLab";
        var blocks = new JsonArray(new JsonObject { ["type"] = "header", ["text"] = Part("plain_text", SlackText.Plain(title, LongestHeader)) });
        if (Text(message["text"]) is { Length: > 0 } text)
        {
            blocks.Add(Section(SlackText.Escape(Emphasis(text), LongestText)));
        }

        AddFacts(blocks, message["facts"] as JsonArray);
        if (SlackTable.Write(message["table"] as JsonObject, LongestText) is { } table)
        {
            blocks.Add(Section(table));
        }

        return new JsonObject { ["text"] = SlackText.Escape(title, LongestText), ["blocks"] = blocks }.ToJsonString(Json);
    }

    private static void AddFacts(JsonArray blocks, JsonArray? facts)
    {
        foreach (var chunk in (facts ?? []).OfType<JsonObject>().Chunk(MostFields).Take(MostFieldSections))
        {
            blocks.Add(new JsonObject
            {
                ["type"] = "section",
                ["fields"] = new JsonArray([.. chunk.Select(fact => Part(
                    "mrkdwn", SlackText.Escape($"*{Text(fact["label"])}*\n{Text(fact["value"])}", LongestField)))]),
            });
        }
    }

    /// <summary>Markdown's strong text is Slack's with one star.</summary>
    private static string Emphasis(string markdown) => markdown.Replace("**", "*", StringComparison.Ordinal);

    private static JsonObject Section(string text) => new() { ["type"] = "section", ["text"] = Part("mrkdwn", text) };

    private static JsonObject Part(string type, string text) => new() { ["type"] = type, ["text"] = text };

    internal static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
        _ => node.ToJsonString(Json),
    };
}
