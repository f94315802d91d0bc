using System.Text.Json;
using Microsoft.Extensions.Options;
using PromptLab.Data.Slack;
using PromptLab.Host.Slack.Answers;

namespace PromptLab.Host.Slack.Incoming;

/// <summary>Reads a button that was pressed (https://docs.slack.dev/reference/interaction-payloads/block_actions-payload).</summary>
internal sealed class SlackInteractions(IOptions<SlackOptions> options)
{
    /// <summary>Null for what is no button of ours.</summary>
    public NewSlackTask? Read(JsonElement payload)
    {
        if (payload.Text("type") != "block_actions" || !payload.TryGetProperty("actions", out var actions) || actions.GetArrayLength() == 0
            || actions[0].Text("action_id") is not { } button || actions[0].Text("value") is not { } value
            || payload.Text("user", "id") is not { } user || Channel(payload) is not { } channel)
        {
            return null;
        }

        var team = payload.Text("team", "id") ?? payload.Text("user", "team_id") ?? "";
        var at = actions[0].Text("action_ts") ?? payload.Text("trigger_id") ?? "";
        var isPrivate = payload.TryGetProperty("container", out var container) && container.TryGetProperty("is_ephemeral", out var only) && only.ValueKind == JsonValueKind.True;
        var thread = Thread(payload, channel);
        var task = new SlackTask
        {
            Owner = options.Value.Owner(team, user),
            OutsideId = isPrivate ? SlackCommands.OutsideId(team, channel, user) : new SlackThread(team, channel, thread).OutsideId,
            Channel = channel,
            Thread = isPrivate ? null : thread,
            ResponseUrl = payload.Text("response_url"),
        };
        var place = SlackTimestamp.IsOne(at) ? at : "";
        return button.StartsWith(SlackButtons.Choice, StringComparison.Ordinal)
            ? (task with { Text = value, IsUnaddressed = !isPrivate, IsChoice = true }).ToEntry($"choice/{team}/{user}/{at}/{button}", place, SlackTaskKind.Message)
            : button is SlackButtons.Confirm or SlackButtons.Cancel && Guid.TryParse(value, out var action)
                ? (task with { Action = action, IsConfirmed = button == SlackButtons.Confirm }).ToEntry($"decision/{team}/{user}/{at}/{button}/{action}", place, SlackTaskKind.Decision)
                : null;
    }

    private static string? Channel(JsonElement payload) => payload.Text("channel", "id") ?? payload.Text("container", "channel_id");

    /// <summary>A direct chat has none, unless the message stands in one.</summary>
    private static string? Thread(JsonElement payload, string channel) =>
        payload.Text("message", "thread_ts") ?? (channel.StartsWith('D') ? null : payload.Text("message", "ts") ?? payload.Text("container", "message_ts"));
}
