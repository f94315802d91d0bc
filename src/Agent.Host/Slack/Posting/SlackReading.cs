using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using PromptLab.Data.Slack;

namespace PromptLab.Host.Slack.Posting;

/// <summary>Reads threads and channels.</summary>
internal sealed class SlackReading(SlackThreadReader threads, SlackPostRepository posts)
{
    private const int MostMessages = 1000;
    private const int UsualHistory = 100;
    private const string First = "0000000000.000000";
    private const string Last = "9999999999.999999";
    private const string Second = ".000000";
    private const string Cursor = "after:";

    public async Task<SlackReply> RepliesAsync(SlackCall call, CancellationToken cancellationToken)
    {
        if (SlackPosting.Channel(call) is not { } channel)
        {
            return SlackReply.Failed("channel_not_found");
        }

        if (call.Number("limit", MostMessages, 1, MostMessages) is not { } limit)
        {
            return SlackReply.Failed("invalid_limit");
        }

        if (Place(call.Text("cursor")) is not { } after)
        {
            return SlackReply.Failed("invalid_cursor");
        }

        if (call.Text("ts") is not { } thread || !SlackTimestamp.IsOne(thread))
        {
            return SlackReply.Failed("thread_not_found");
        }

        thread = (await posts.FindAsync(call.Owner, channel, thread, cancellationToken))?.ThreadTs ?? thread;
        var all = await threads.ReadAsync(call.Owner, channel, thread, call.Origin, cancellationToken);
        if (all.Count == 0)
        {
            return SlackReply.Failed("thread_not_found", "nothing was posted under this channel and ts");
        }

        if (all.Count > 1)
        {
            all[0].Json["reply_count"] = all.Count - 1;
            all[0].Json["latest_reply"] = all[^1].Ts;
            all[0].Json["thread_ts"] = thread;
        }

        var within = Within(call);
        // The first message stands above every page that begins with it.
        return Page([.. all.Where((message, index) => string.CompareOrdinal(message.Ts, after) > 0 && (index == 0 || within(message.Ts)))], limit, Cursor);
    }

    public async Task<SlackReply> HistoryAsync(SlackCall call, CancellationToken cancellationToken)
    {
        if (SlackPosting.Channel(call) is not { } channel)
        {
            return SlackReply.Failed("channel_not_found");
        }

        if (call.Number("limit", UsualHistory, 1, MostMessages) is not { } limit)
        {
            return SlackReply.Failed("invalid_limit");
        }

        if (Place(call.Text("cursor")) is not { } cursor)
        {
            return SlackReply.Failed("invalid_cursor");
        }

        var before = cursor == First ? Next(call.Text("latest"), Last, call.Flag("inclusive") ? 1 : 0) : cursor;
        var after = Next(call.Text("oldest"), First, call.Flag("inclusive") ? -1 : 0);
        var found = await posts.HistoryAsync(call.Owner, channel, before, after, limit + 1, cancellationToken);
        return Page([.. found.Select(post => new SlackThreadMessage(post.Ts, SlackMessageJson.Of(post)))], limit, Cursor);
    }

    private static SlackReply Page(IReadOnlyList<SlackThreadMessage> messages, int limit, string cursor)
    {
        var page = messages.Take(limit).ToList();
        var hasMore = messages.Count > limit;
        return SlackReply.Ok(new JsonObject
        {
            ["messages"] = new JsonArray([.. page.Select(message => message.Json)]),
            ["has_more"] = hasMore,
            ["response_metadata"] = new JsonObject { ["next_cursor"] = hasMore ? Base64Url.EncodeToString(Encoding.ASCII.GetBytes(cursor + page[^1].Ts)) : "" },
        });
    }

    /// <summary>Where the page before ended; the beginning without a cursor, null for one that is none of ours.</summary>
    private static string? Place(string? cursor)
    {
        if (cursor is null)
        {
            return First;
        }

        var text = Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)) : "";
        return text.StartsWith(Cursor, StringComparison.Ordinal) && SlackTimestamp.IsOne(text[Cursor.Length..]) ? text[Cursor.Length..] : null;
    }

    private static Func<string, bool> Within(SlackCall call)
    {
        var (oldest, latest, ends) = (call.Text("oldest") ?? First, call.Text("latest") ?? Last, call.Flag("inclusive") ? 0 : 1);
        return ts => string.CompareOrdinal(ts, oldest) >= ends && string.CompareOrdinal(latest, ts) >= ends;
    }

    /// <param name="timestamp">As messages have it, or in whole seconds, as clients work it out of a date.</param>
    private static string Next(string? timestamp, string usual, int by) =>
        SlackTimestamp.IsOne(timestamp) ? SlackTimestamp.Of(SlackTimestamp.Microseconds(timestamp!) + by)
        : SlackTimestamp.IsOne($"{timestamp}{Second}") ? Next($"{timestamp}{Second}", usual, by)
        : usual;
}
