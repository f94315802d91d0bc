using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PromptLab.Data.Slack;
using PromptLab.Host.Slack.Incoming;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Slack.Posting;

/// <summary>Posts and their changes. A post is answered at once with its timestamp; the agent's answer appears in the thread.</summary>
internal sealed class SlackPosting(SlackPostRepository posts, IOptions<TurnOptions> limits, TimeProvider clock)
{
    private const int LongestChannel = 100;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    public async Task<SlackReply> PostAsync(SlackCall call, CancellationToken cancellationToken)
    {
        var (channel, thread, text) = (Channel(call), call.Text("thread_ts"), SlackWords.Read(call.Text("text") ?? "", null));
        if (Problem(channel, text) is { } problem)
        {
            return problem;
        }

        if (thread is not null && !SlackTimestamp.IsOne(thread))
        {
            return SlackReply.Failed("invalid_thread_ts", "thread_ts is a timestamp as chat.postMessage gives it, for example 1736942400.123456");
        }

        if (await WaitAsync(call.Owner, cancellationToken) is { } wait)
        {
            return SlackReply.Limited(wait);
        }

        // Who replies to a reply means its thread.
        if (thread is not null && await posts.FindAsync(call.Owner, channel!, thread, cancellationToken) is { } parent)
        {
            thread = parent.ThreadTs;
        }

        var post = await posts.AddAsync(call.Owner, channel!, thread, text, Task, cancellationToken);
        return SlackReply.Ok(new JsonObject { ["channel"] = channel, ["ts"] = post.Ts, ["message"] = SlackMessageJson.Of(post) });
    }

    public async Task<SlackReply> UpdateAsync(SlackCall call, CancellationToken cancellationToken)
    {
        var (channel, text) = (Channel(call), SlackWords.Read(call.Text("text") ?? "", null));
        if (Problem(channel, text) is { } problem)
        {
            return problem;
        }

        if (call.Text("ts") is not { } ts || !SlackTimestamp.IsOne(ts)
            || await posts.EditAsync(call.Owner, channel!, ts, text, cancellationToken) is not { } post)
        {
            return SlackReply.Failed("message_not_found", "Only messages that you posted can be changed");
        }

        var message = SlackMessageJson.Of(post);
        return SlackReply.Ok(new JsonObject { ["channel"] = channel, ["ts"] = post.Ts, ["text"] = message["text"]!.GetValue<string>(), ["message"] = message });
    }

    /// <summary>Null when it cannot be one.</summary>
    public static string? Channel(SlackCall call) => call.Text("channel") is { Length: <= LongestChannel } channel && !channel.Contains('/') ? channel : null;

    private SlackReply? Problem(string? channel, string text) =>
        channel is null ? SlackReply.Failed("channel_not_found", $"channel is any name of up to {LongestChannel} characters without a slash; channels are yours alone")
        : text.Length == 0 ? SlackReply.Failed("no_text")
        : text.Length > limits.Value.MaxMessageLength ? SlackReply.Failed("msg_too_long", $"at most {limits.Value.MaxMessageLength} characters are read")
        : null;

    private async Task<TimeSpan?> WaitAsync(string owner, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var recent = await posts.CountAsync(owner, now - Window, cancellationToken);
        return recent is { First: { } first } && recent.Count >= limits.Value.PerMinute ? first + Window - now : null;
    }

    private static NewSlackTask Task(SlackPostRow post)
    {
        var task = new SlackTask
        {
            Owner = post.Owner,
            OutsideId = SlackThreadReader.OutsideId(post.Channel, post.ThreadTs),
            Channel = post.Channel,
            Thread = post.ThreadTs,
            Text = post.Text,
            Ts = post.Ts,
            Turn = post.TurnId,
        };
        return task.ToEntry($"post/{post.Owner}/{post.Channel}/{post.Ts}", post.Ts, SlackTaskKind.Post);
    }
}
