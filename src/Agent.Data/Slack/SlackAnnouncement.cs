using System.Data.Common;
using System.Text.Json.Nodes;
using Dapper;
using PromptLab.Data.ConversationLinks;
using PromptLab.Data.Conversations;

namespace PromptLab.Data.Slack;

/// <summary>Puts what the agent says by itself on its way to the Slack threads that its conversation is held in, in the same transaction.</summary>
internal static class SlackAnnouncement
{
    public static async Task AnnounceInSlackAsync(
        this DbConnection connection, Guid conversation, AgentMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var outsideId in await connection.OutsideIdsAsync(SlackThread.Door, conversation, cancellationToken))
        {
            if (!SlackThread.TryParse(outsideId, out var thread))
                continue;
            var payload = new JsonObject
            {
                ["owner"] = message.Owner,
                ["outside_id"] = outsideId,
                ["channel"] = thread.Channel,
                ["thread"] = thread.Thread,
                ["text"] = message.Text,
                ["cards"] = message.Cards,
            };
            var task = new NewSlackTask(
                $"announcement/{message.Id}/{outsideId}", SlackTimestamp.ThreadKey(outsideId, message.Owner), SlackTimestamp.Of(now),
                SlackTaskKind.Announcement, payload.ToJsonString());
            await connection.InsertSlackTaskAsync(task, now, cancellationToken);
        }
    }
}
