using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Data.Conversations;
using PromptLab.Data.Slack;
using PromptLab.Host.Deliveries;
using PromptLab.Host.Doors;
using PromptLab.Host.Slack.Answers;

namespace PromptLab.Host.Slack.Posting;

/// <summary>Messages as Slack's Web API writes them.</summary>
internal static class SlackMessageJson
{
    private const string Answer = "promptlab_answer";

    public static JsonObject Of(SlackPostRow post)
    {
        var user = SlackNames.User(post.Owner);
        var json = new JsonObject { ["type"] = "message", ["user"] = user, ["text"] = Escape(post.Text), ["ts"] = post.Ts, ["team"] = SlackNames.Team };
        if (post.ThreadTs != post.Ts)
        {
            json["thread_ts"] = post.ThreadTs;
        }

        if (post.EditedTs is { } edited)
        {
            json["edited"] = new JsonObject { ["user"] = user, ["ts"] = edited };
        }

        return json;
    }

    /// <param name="question">The post that the message answers; null when it answers none.</param>
    public static JsonObject Of(MessageRow message, SlackPostRow? question, string ts, string thread, string owner, Uri origin)
    {
        if (message.Role == MessageRole.User)
        {
            return new JsonObject
            {
                ["type"] = "message",
                ["user"] = SlackNames.User(owner),
                ["text"] = Escape(message.Text),
                ["ts"] = ts,
                ["team"] = SlackNames.Team,
                ["thread_ts"] = thread,
            };
        }

        var cards = SlackAnswer.ReadCards(message.Cards);
        var blocks = new SlackBlocks();
        SlackMarkdown.Write(CardMarkdown.Of(message.Text, cards, origin), blocks);
        var payload = new JsonObject { ["outcome"] = message.Outcome, ["conversation_id"] = message.ConversationId.ToString(), ["turn_id"] = message.TurnId?.ToString() };
        if (Pending(cards) is { } action)
        {
            payload["pending_action_id"] = action;
        }

        var json = OfAgent(blocks.Text, ts, thread, question?.Ts, payload);
        json["blocks"] = blocks.ToJson();
        return json;
    }

    /// <summary>Why a post has no whole answer.</summary>
    public static JsonObject OfProblem(SlackPostRow post, string problem, string ts) => OfAgent(
        $":warning: {Escape(problem)}", ts, post.ThreadTs, post.Ts, new JsonObject { ["outcome"] = "problem", ["turn_id"] = post.TurnId?.ToString() });

    private static JsonObject OfAgent(string text, string ts, string thread, string? question, JsonObject payload)
    {
        payload["in_reply_to"] = question;
        return new JsonObject
        {
            ["type"] = "message",
            ["user"] = SlackNames.Agent,
            ["bot_id"] = SlackNames.Bot,
            ["app_id"] = SlackNames.App,
            ["text"] = text,
            ["ts"] = ts,
            ["team"] = SlackNames.Team,
            ["thread_ts"] = thread,
            ["metadata"] = new JsonObject { ["event_type"] = Answer, ["event_payload"] = payload },
        };
    }

    private static string? Pending(IReadOnlyList<JsonElement> cards) => cards
        .Where(card => card.GetProperty("kind").ValueEquals("confirmation"))
        .Select(card => card.GetProperty("data").GetProperty("id").GetString()).FirstOrDefault();

    private static string Escape(string text) => SlackText.Escape(text, int.MaxValue);
}
