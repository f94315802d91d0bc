using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PromptLab.Data.PendingActions;
using PromptLab.Host.Deliveries;
using PromptLab.Host.Doors;
using PromptLab.Host.Hosting;

namespace PromptLab.Host.Slack.Answers;

/// <summary>Answers as messages of Block Kit.</summary>
internal sealed class SlackContent(IOptions<SlackOptions> options, PublicAddress address)
{
    /// <summary>Slack cuts the text that stands for the blocks where it shows none; this is what it recommends.</summary>
    private const int LongestFallback = 4000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private Uri? Page => options.Value.PublicUrl ?? address.Setting;

    /// <summary>The arguments of <c>chat.postMessage</c>, but for the place.</summary>
    /// <param name="actions">The pending actions of the answer as they are now.</param>
    public string Write(SlackAnswer answer, IReadOnlyList<PendingActionRow> actions)
    {
        var blocks = new SlackBlocks();
        SlackMarkdown.Write(answer.Text, blocks);
        foreach (var card in answer.Cards)
        {
            Add(card.GetProperty("kind").GetString()!, card, answer, actions, blocks);
        }

        if (answer.Problem is { } problem)
        {
            blocks.Section($":warning: {SlackText.Escape(problem, SlackBlocks.LongestText - 20)}");
        }

        if (answer.Progress is { } progress)
        {
            blocks.Context($":hourglass_flowing_sand: {SlackText.Escape(progress, 200)}");
        }

        return Message(Fallback(answer), blocks, answer.IsPrivate);
    }

    /// <summary>A sentence for one person, beside the message that it is about.</summary>
    public static string Whisper(string text) => new JsonObject
    {
        ["response_type"] = "ephemeral",
        ["replace_original"] = false,
        ["text"] = SlackText.Escape(text, LongestFallback),
    }.ToJsonString(Json);

    private void Add(string kind, JsonElement card, SlackAnswer answer, IReadOnlyList<PendingActionRow> actions, SlackBlocks blocks)
    {
        var data = card.GetProperty("data");
        switch (kind)
        {
            case "confirmation":
                var id = data.GetProperty("id").GetGuid();
                SlackConfirmation.Write(data, actions.FirstOrDefault(action => action.Id == id), answer.IsPrivate, blocks);
                break;
            case "question":
                Choices(data, blocks);
                break;
            case "alert" when !answer.Text.Contains(data.GetProperty("title").GetString()!, StringComparison.Ordinal):
                Alert(data, blocks);
                break;
            case "export":
                Export(card, blocks);
                break;
        }
    }

    private static void Choices(JsonElement question, SlackBlocks blocks) => blocks.Buttons(
        question.GetProperty("choices").EnumerateArray().Select((choice, index) => (
            $"{SlackButtons.Choice}_{index}", choice.GetProperty("label").GetString()!, choice.GetProperty("message").GetString()!, (string?)null)));

    private static void Alert(JsonElement alert, SlackBlocks blocks)
    {
        blocks.Section($":bell: *{SlackText.Escape(alert.GetProperty("title").GetString()!, 200)}*");
        if (alert.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String)
        {
            SlackMarkdown.Write(text.GetString()!, blocks);
        }
    }

    private void Export(JsonElement card, SlackBlocks blocks)
    {
        if (Page is not { } page)
        {
            blocks.Context("The file waits for you in the chat page, in this conversation.");
        }
        else if (CardMarkdown.Of(card, page) is { } link)
        {
            SlackMarkdown.Write(link, blocks);
        }
    }

    private string Fallback(SlackAnswer answer)
    {
        var markdown = Page is { } page ? CardMarkdown.Of(answer.Text, answer.Cards, page) : answer.Text;
        var text = SlackInline.Plain(string.Join("\n\n", new[] { markdown, answer.Problem, answer.Progress }.Where(part => !string.IsNullOrEmpty(part))));
        return SlackText.Escape(text.Length == 0 ? "…" : text, LongestFallback);
    }

    private static string Message(string text, SlackBlocks blocks, bool isPrivate)
    {
        var message = new JsonObject { ["text"] = text };
        if (!blocks.IsEmpty)
        {
            message["blocks"] = blocks.ToJson();
        }

        if (isPrivate)
        {
            message["response_type"] = "ephemeral";
            message["replace_original"] = true;
        }
        else
        {
            message["unfurl_links"] = false;
            message["unfurl_media"] = false;
        }

        return message.ToJsonString(Json);
    }
}
