using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PromptLab.Data.Conversations;
using PromptLab.Data.Deliveries;
using PromptLab.Data.Feed;

namespace PromptLab.Data.Operators;

/// <summary>Stores a notice along with what it tells of: for the operators' channel, or as a message to their user.</summary>
public sealed class OperatorDesk(IOptions<OperatorOptions> options, FeedSignal feed)
{
    private const string Conversation = "Service notices";

    /// <param name="without">A channel that does not work just now; when it is the operators' own, their user is told.</param>
    internal Task TellAsync(
        DbConnection connection, OperatorNotice notice, string? without, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var channel = options.Value.Channel;
        return string.IsNullOrEmpty(channel) || channel == without
            ? connection.PostMessageAsync(Message(notice), now, cancellationToken)
            : connection.EnqueueDeliveryAsync(new(channel, notice.Key, Payload(notice)), now, cancellationToken);
    }

    /// <summary>To be called after the commit.</summary>
    internal void Told() => feed.Notify(options.Value.Owner);

    private AgentMessage Message(OperatorNotice notice) => new(
        IdOf(notice.Key), IdOf($"operators/{options.Value.Owner}"), options.Value.Owner, $"**{notice.Title}**\n\n{notice.Text}", null, "problem")
    {
        NewConversationTitle = Conversation,
    };

    private static string Payload(OperatorNotice notice) =>
        new JsonObject { ["type"] = "operator_notice", ["title"] = notice.Title, ["text"] = notice.Text }.ToJsonString();

    private static Guid IdOf(string key) => new(SHA256.HashData(Encoding.UTF8.GetBytes(key)).AsSpan(0, 16), bigEndian: true);
}
