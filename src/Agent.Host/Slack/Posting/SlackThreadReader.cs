using System.Text.Json.Nodes;
using PromptLab.Data.ConversationLinks;
using PromptLab.Data.Conversations;
using PromptLab.Data.Slack;
using PromptLab.Data.Turns;

namespace PromptLab.Host.Slack.Posting;

/// <summary>
/// Reads a thread: what was posted, the agent's answers, and what was said in the same conversation by other doors. Timestamps are
/// those of the messages, made unique within the thread; as nothing is ever put in between they stay the same.
/// </summary>
internal sealed class SlackThreadReader(
    SlackPostRepository posts, ConversationRepository conversations, ConversationLinkRepository links, TurnRepository turns)
{
    private const int PageSize = 200;

    /// <summary>What the conversation of a thread is linked to.</summary>
    public static string OutsideId(string channel, string thread) => $"api/{channel}/{thread}";

    /// <summary>Oldest first; empty when there is no such thread of the owner.</summary>
    public async Task<IReadOnlyList<SlackThreadMessage>> ReadAsync(string owner, string channel, string thread, Uri origin, CancellationToken cancellationToken)
    {
        var posted = await posts.InThreadAsync(owner, channel, thread, cancellationToken);
        var conversation = await links.FindAsync(SlackThread.Door, OutsideId(channel, thread), owner, cancellationToken);
        var said = conversation is { } id ? await MessagesAsync(owner, id, cancellationToken) : [];
        var replaced = conversation is { } again ? await turns.ReplacedAsync(again, cancellationToken) : new Dictionary<Guid, Guid>();
        var questions = posted.Where(post => post.TurnId is not null).ToLookup(post => post.TurnId!.Value);
        var all = posted.SelectMany(OfPost)
            .Concat(said.Select(message => (Message: message, Question: message.TurnId is { } turn ? questions[FirstOf(turn, replaced)].FirstOrDefault() : null))
                .Where(item => item.Message.Role == MessageRole.Assistant || item.Question is null)
                .Select(item => (At: SlackTimestamp.Microseconds(item.Message.CreatedAt), IsPost: false, (Func<string, JsonObject>)(ts =>
                    SlackMessageJson.Of(item.Message, item.Question, ts, thread, owner, origin)))));
        return InOrder(all.OrderBy(item => item.At).ThenByDescending(item => item.IsPost));
    }

    /// <summary>The turn that a post began, when its answer was given again since.</summary>
    private static Guid FirstOf(Guid turn, IReadOnlyDictionary<Guid, Guid> replaced)
    {
        while (replaced.TryGetValue(turn, out var earlier))
        {
            turn = earlier;
        }

        return turn;
    }

    private static IEnumerable<(long At, bool IsPost, Func<string, JsonObject> Json)> OfPost(SlackPostRow post)
    {
        var at = SlackTimestamp.Microseconds(post.Ts);
        yield return (at, true, _ => SlackMessageJson.Of(post));
        if (post.Problem is { } problem)
        {
            yield return (at, false, ts => SlackMessageJson.OfProblem(post, problem, ts));
        }
    }

    private static List<SlackThreadMessage> InOrder(IEnumerable<(long At, bool IsPost, Func<string, JsonObject> Json)> items)
    {
        var messages = new List<SlackThreadMessage>();
        var last = 0L;
        foreach (var item in items)
        {
            last = item.IsPost ? item.At : Math.Max(item.At, last + 1);
            var ts = SlackTimestamp.Of(last);
            messages.Add(new SlackThreadMessage(ts, item.Json(ts)));
        }

        return messages;
    }

    private async Task<List<MessageRow>> MessagesAsync(string owner, Guid conversation, CancellationToken cancellationToken)
    {
        var messages = new List<MessageRow>();
        string? cursor = null;
        do
        {
            if (await conversations.ListMessagesAsync(owner, conversation, cursor, PageSize, cancellationToken) is not { } page)
            {
                break;
            }

            messages.AddRange(page.Data);
            cursor = page.Next;
        }
        while (cursor is not null);
        return messages;
    }
}
