using System.Data.Common;
using System.Text.Json.Nodes;
using Dapper;
using PromptLab.Data.Feed;
using PromptLab.Data.Slack;

namespace PromptLab.Data.Conversations;

/// <summary>Stores messages of the agent, for the units that write them along with other rows.</summary>
internal static class AgentMessageTable
{
    private const int LongestFeedText = 500;

    private const string KnownSql = "SELECT count(*) FROM messages WHERE id = @Id";

    private const string BeginSql =
        """
        INSERT INTO conversations (id, owner, title, standing_id, created_at, updated_at)
        VALUES (@NewId, @Owner, @Title, @StandingId, @Now, @Now)
        ON CONFLICT DO NOTHING
        """;

    private const string LockSql =
        """
        UPDATE conversations SET last_sequence = last_sequence
        WHERE (id = @ConversationId OR standing_id = @ConversationId) AND owner = @Owner AND deleted_at IS NULL
        """;

    private const string ClaimSql =
        """
        UPDATE conversations
        SET last_sequence = last_sequence + 1, state = COALESCE(@State, state), updated_at = @Now
        WHERE (id = @ConversationId OR standing_id = @ConversationId) AND owner = @Owner AND deleted_at IS NULL
        RETURNING id, title, last_sequence
        """;

    /// <summary>Appends the message to its conversation, to the owner's feed, and to what waits for Slack when the conversation is held there.</summary>
    /// <returns>False, and nothing stored, when the message is there already or the conversation is not.</returns>
    public static async Task<bool> PostMessageAsync(
        this DbConnection connection, AgentMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (message.NewConversationTitle is { } title)
            await BeginAsync(connection, message, title, now, cancellationToken);
        var values = new { message.Id, message.ConversationId, message.Owner, message.State, Now = now };
        // Two nodes may post the same message at once: the second one waits here, and then sees the first one's.
        if (await connection.ExecuteAsync(new CommandDefinition(LockSql, values, cancellationToken: cancellationToken)) == 0
            || await connection.ExecuteScalarAsync<long>(new CommandDefinition(KnownSql, values, cancellationToken: cancellationToken)) > 0)
            return false;
        var place = await connection.QuerySingleAsync<Place>(new CommandDefinition(ClaimSql, values, cancellationToken: cancellationToken));
        await connection.InsertMessageAsync(message.Owner, Row(message, place, now), cancellationToken);
        await connection.AppendFeedAsync(message.Owner, FeedKind.Message, Payload(message, place), now, cancellationToken);
        await connection.AnnounceInSlackAsync(place.Id, message, now, cancellationToken);
        return true;
    }

    private static Task<int> BeginAsync(
        DbConnection connection, AgentMessage message, string title, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new { NewId = Guid.CreateVersion7(now), message.Owner, Title = title, StandingId = message.ConversationId, Now = now };
        return connection.ExecuteAsync(new CommandDefinition(BeginSql, values, cancellationToken: cancellationToken));
    }

    private static MessageRow Row(AgentMessage message, Place place, DateTimeOffset now) => new()
    {
        Id = message.Id,
        ConversationId = place.Id,
        Sequence = place.LastSequence,
        Role = MessageRole.Assistant,
        Text = message.Text,
        Cards = message.Cards,
        Outcome = message.Outcome,
        CreatedAt = now,
    };

    private static string Payload(AgentMessage message, Place place) => new JsonObject
    {
        ["conversation_id"] = place.Id,
        ["message_id"] = message.Id,
        ["title"] = place.Title,
        ["text"] = message.Text.Length <= LongestFeedText ? message.Text : message.Text[..LongestFeedText] + "…",
    }.ToJsonString();

    private sealed record Place
    {
        public required Guid Id { get; init; }

        public required string Title { get; init; }

        public long LastSequence { get; init; }
    }
}
