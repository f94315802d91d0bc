using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.ConversationLinks;

/// <summary>
/// Threads that live outside – of Slack, of an AG-UI or OpenAI client – and the conversations that are held in them. Each person has
/// a conversation of their own, also in a thread that several share.
/// </summary>
public sealed class ConversationLinkRepository(IDatabase database, TimeProvider clock)
{
    private const string FindSql =
        """
        SELECT conversation_id FROM conversation_links
        JOIN conversations ON conversations.id = conversation_links.conversation_id
        WHERE door = @Door AND outside_id = @OutsideId AND conversation_links.owner = @Owner AND deleted_at IS NULL
        """;

    /// <summary>Null when nothing is linked, or the conversation was deleted.</summary>
    /// <param name="door">For example <c>slack</c>.</param>
    /// <param name="outsideId">The thread's id, as the door writes it.</param>
    public Task<Guid?> FindAsync(string door, string outsideId, string owner, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => FindAsync(connection, new { Door = door, OutsideId = outsideId, Owner = owner }, token), cancellationToken);

    private const string BeginSql =
        """
        INSERT INTO conversations (id, owner, title, created_at, updated_at)
        VALUES (@ConversationId, @Owner, '', @Now, @Now)
        """;

    private const string LinkSql =
        """
        INSERT INTO conversation_links (door, outside_id, owner, conversation_id, created_at)
        VALUES (@Door, @OutsideId, @Owner, @ConversationId, @Now)
        ON CONFLICT (door, outside_id, owner) DO UPDATE SET conversation_id = excluded.conversation_id, created_at = excluded.created_at
        WHERE EXISTS (SELECT 1 FROM conversations WHERE id = conversation_links.conversation_id AND deleted_at IS NOT NULL)
        """;

    private const string DropSql = "DELETE FROM conversations WHERE id = @ConversationId";

    /// <summary>
    /// The conversation that is held in the thread. The first call begins one, which has neither title nor message until its first
    /// turn and is in no list before; so does a call after the conversation was deleted. Any number of calls at once give the same.
    /// </summary>
    public async Task<Guid> FindOrCreateAsync(string door, string outsideId, string owner, CancellationToken cancellationToken)
    {
        if (await FindAsync(door, outsideId, owner, cancellationToken) is { } known)
            return known;
        var now = clock.GetUtcNow();
        var values = new { Door = door, OutsideId = outsideId, Owner = owner, ConversationId = Guid.CreateVersion7(now), Now = now };
        return await database.WriteAsync(
            async (connection, token) =>
            {
                await connection.ExecuteAsync(new CommandDefinition(BeginSql, values, cancellationToken: token));
                if (await connection.ExecuteAsync(new CommandDefinition(LinkSql, values, cancellationToken: token)) == 1)
                    return values.ConversationId;
                // Somebody else was first.
                await connection.ExecuteAsync(new CommandDefinition(DropSql, values, cancellationToken: token));
                return (await FindAsync(connection, values, token))!.Value;
            },
            cancellationToken);
    }

    private static Task<Guid?> FindAsync(DbConnection connection, object values, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Guid?>(new CommandDefinition(FindSql, values, cancellationToken: cancellationToken));
}
