using System.Text.Json;
using System.Text.Json.Nodes;
using PromptLab.Data.Slack;

namespace PromptLab.Host.Slack.Sending;

/// <summary>
/// Brings one message to where it is to stand: posts it, or changes what stands there. A message carries our id, so that one whose
/// posting was cut off is found again instead of being posted twice.
/// </summary>
internal sealed class SlackCourier(SlackApi api)
{
    private const string Mark = "promptlab_message";
    private static readonly string[] BlocksRefused = ["invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long"];
    private static readonly TimeSpan Leeway = TimeSpan.FromMinutes(5);

    /// <returns>With <see cref="SlackApiResult.Done"/> the message's timestamp, which a response URL does not give.</returns>
    public async Task<(SlackApiResult Result, string? Ts)> BringAsync(SlackMessageRow message, CancellationToken cancellationToken)
    {
        if (message.ResponseUrl is { } url)
        {
            return (await api.RespondAsync(url, message.Content, cancellationToken), null);
        }

        var ts = message.Ts;
        if (ts is null && message.IsUncertain)
        {
            (var looked, ts) = await FindAsync(message, cancellationToken);
            if (looked is SlackApiResult.Limited or SlackApiResult.Unknown)
            {
                return (looked, null);
            }
        }

        var arguments = Arguments(message, ts);
        var method = ts is null ? "chat.postMessage" : "chat.update";
        var result = await api.PostAsync(method, arguments, cancellationToken);
        if (result is SlackApiResult.Refused refused && BlocksRefused.Contains(refused.Code))
        {
            // The text alone is better than nothing.
            arguments.Remove("blocks");
            result = await api.PostAsync(method, arguments, cancellationToken);
        }

        return (result, ts ?? (result is SlackApiResult.Done done ? done.Body.Text("ts") : null));
    }

    private static JsonObject Arguments(SlackMessageRow message, string? ts)
    {
        var arguments = JsonNode.Parse(message.Content)!.AsObject();
        arguments["channel"] = message.Channel;
        arguments["metadata"] = new JsonObject { ["event_type"] = Mark, ["event_payload"] = new JsonObject { ["id"] = message.Id.ToString() } };
        if (ts is not null)
        {
            arguments["ts"] = ts;
        }
        else if (message.ThreadTs is { } thread)
        {
            arguments["thread_ts"] = thread;
        }

        return arguments;
    }

    /// <summary>Looks for the message among the latest of its place.</summary>
    private async Task<(SlackApiResult Result, string? Ts)> FindAsync(SlackMessageRow message, CancellationToken cancellationToken)
    {
        var arguments = new Dictionary<string, string>
        {
            ["channel"] = message.Channel,
            ["include_all_metadata"] = "true",
            ["limit"] = "200",
            ["oldest"] = SlackTimestamp.Of(message.CreatedAt - Leeway),
        };
        if (message.ThreadTs is { } thread)
        {
            arguments["ts"] = thread;
        }

        var result = await api.ReadAsync(message.ThreadTs is null ? "conversations.history" : "conversations.replies", arguments, cancellationToken);
        var id = message.Id.ToString();
        var ts = result is SlackApiResult.Done { Body: var body } && body.TryGetProperty("messages", out var messages)
            ? messages.EnumerateArray().Where(item => item.Text("metadata", "event_payload", "id") == id).Select(item => item.Text("ts")).FirstOrDefault()
            : null;
        return (result, ts);
    }
}
