using System.Text.Json;
using Microsoft.Extensions.Options;
using PromptLab.Data.Slack;

namespace PromptLab.Host.Slack.Incoming;

/// <summary>Reads what the Events API tells (https://docs.slack.dev/apis/events-api).</summary>
internal sealed class SlackEvents(IOptions<SlackOptions> options)
{
    private static readonly string?[] ReadSubtypes = [null, "file_share", "thread_broadcast"];

    /// <summary>Null for what is no message of a person to the agent: the agent's own, edits, other events.</summary>
    public NewSlackTask? Read(JsonElement envelope)
    {
        if (envelope.Text("type") != "event_callback" || !envelope.TryGetProperty("event", out var said) || said.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        var bot = Bot(envelope);
        var (team, channel, user, ts) = (envelope.Text("team_id") ?? said.Text("team") ?? "", said.Text("channel"), said.Text("user"), said.Text("ts"));
        return channel is null || user is null || ts is null || IsNotSaid(said, user, bot)
            ? null
            : Message(said, new SlackThread(team, channel, said.Text("thread_ts")), user, ts, bot);
    }

    private NewSlackTask? Message(JsonElement said, SlackThread place, string user, string ts, string? bot)
    {
        var raw = said.Text("text") ?? "";
        var isMention = said.Text("type") == "app_mention" || (bot is not null && raw.Contains($"<@{bot}>", StringComparison.Ordinal));
        var isDirect = said.Text("channel_type") == "im";
        if (!isMention && !isDirect && (place.Thread is null || SlackWords.IsToOthers(raw, bot)))
        {
            return null;
        }

        place = isDirect ? place : place with { Thread = place.Thread ?? ts };
        var words = SlackWords.Read(raw, bot);
        var task = new SlackTask
        {
            Owner = options.Value.Owner(place.Team, user),
            OutsideId = place.OutsideId,
            Channel = place.Channel,
            Thread = place.Thread,
            Text = words.Length == 0 ? "What can you do?" : words,
            IsUnaddressed = !isMention && !isDirect,
        };
        // One message may come as several events, as a mention and as a message of its channel: its place in Slack is what it is known by.
        return task.ToEntry($"message/{place.Team}/{place.Channel}/{ts}", ts, SlackTaskKind.Message);
    }

    private static bool IsNotSaid(JsonElement said, string user, string? bot) =>
        said.Text("type") is not ("message" or "app_mention")
        || said.TryGetProperty("bot_id", out _) || said.TryGetProperty("edited", out _) || user == bot
        || !ReadSubtypes.Contains(said.Text("subtype"));

    private static string? Bot(JsonElement envelope) =>
        envelope.TryGetProperty("authorizations", out var list) && list.ValueKind == JsonValueKind.Array && list.GetArrayLength() > 0
            ? list[0].Text("user_id")
            : null;
}
