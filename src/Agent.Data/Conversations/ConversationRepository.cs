using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Feed;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Conversations;

/// <summary>Conversations and their messages as their owner sees them: what another owner has, or what was deleted, is not found.</summary>
public sealed class ConversationRepository(IDatabase database, FeedSignal feed, TimeProvider clock)
{
    internal const string Columns =
        "id, owner, title, is_pinned, state, running_turn_id, last_sequence, created_at, updated_at";

    private const string FindSql =
        $"""
        SELECT {Columns} FROM conversations
        WHERE id = @Id AND owner = @Owner AND deleted_at IS NULL
        """;

    public Task<ConversationRow?> FindAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => FindAsync(connection, owner, id, token), cancellationToken);

    private const string ListSql =
        $"""
        SELECT {Columns} FROM conversations
        WHERE owner = @Owner AND deleted_at IS NULL AND title <> ''
            AND (is_pinned, updated_at, id) < (@IsPinned, @UpdatedAt, @Id)
            AND (lower(title) LIKE @Pattern ESCAPE '!' OR EXISTS (
                SELECT 1 FROM messages
                WHERE messages.conversation_id = conversations.id AND messages.replaced_by IS NULL AND lower(messages.text) LIKE @Pattern ESCAPE '!'))
        ORDER BY is_pinned DESC, updated_at DESC, id DESC
        LIMIT @Take
        """;

    /// <summary>Pinned conversations first, then the most recently used.</summary>
    /// <param name="search">Words that the title or a message contains, any case; null for all.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<ConversationRow>> ListAsync(
        string owner, string? search, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var after = ConversationCursor.Read(cursor);
        var values = new { Owner = owner, after.IsPinned, after.UpdatedAt, after.Id, Pattern = SearchPattern.Containing(search), Take = limit + 1 };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<ConversationRow>(new CommandDefinition(ListSql, values, cancellationToken: token)),
            cancellationToken);
        return Page<ConversationRow>.Of(rows.AsList(), limit, ConversationCursor.Write);
    }

    private const string UpdateSql =
        $"""
        UPDATE conversations
        SET title = COALESCE(@Title, title), is_pinned = COALESCE(@IsPinned, is_pinned), updated_at = @Now
        WHERE id = @Id AND owner = @Owner AND deleted_at IS NULL
        RETURNING {Columns}
        """;

    /// <summary>Changes what is not null. Null when the conversation is not found.</summary>
    public Task<ConversationRow?> UpdateAsync(
        string owner, Guid id, string? title, bool? isPinned, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, Id = id, Title = title, IsPinned = isPinned, Now = clock.GetUtcNow() };
        return database.WriteAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<ConversationRow>(
                new CommandDefinition(UpdateSql, values, cancellationToken: token)),
            cancellationToken);
    }

    private const string DeleteSql =
        """
        UPDATE conversations SET deleted_at = @Now
        WHERE id = @Id AND owner = @Owner AND deleted_at IS NULL
        """;

    public async Task<bool> DeleteAsync(string owner, Guid id, CancellationToken cancellationToken)
    {
        var values = new { Owner = owner, Id = id, Now = clock.GetUtcNow() };
        return await database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(DeleteSql, values, cancellationToken: token)),
            cancellationToken) == 1;
    }

    /// <summary>Messages from the first one on. Null when the conversation is not found.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public Task<Page<MessageRow>?> ListMessagesAsync(
        string owner, Guid id, string? cursor, int limit, CancellationToken cancellationToken)
    {
        const string List = "messages";
        var after = MessageCursor.Read(cursor, List, first: 0);
        return PageAsync(
            owner,
            id,
            async (connection, token) => Page<MessageRow>.Of(
                await connection.MessagesAfterAsync(id, after, limit + 1, token), limit, last => MessageCursor.Write(List, last)),
            cancellationToken);
    }

    /// <summary>The newest messages, oldest first within the page; the next page holds older ones. Null when the conversation is not found.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public Task<Page<MessageRow>?> ListLatestMessagesAsync(
        string owner, Guid id, string? cursor, int limit, CancellationToken cancellationToken)
    {
        const string List = "latest_messages";
        var before = MessageCursor.Read(cursor, List, first: long.MaxValue);
        return PageAsync(
            owner,
            id,
            async (connection, token) =>
            {
                var page = Page<MessageRow>.Of(
                    await connection.MessagesBeforeAsync(id, before, limit + 1, token), limit, last => MessageCursor.Write(List, last));
                return page with { Data = [.. page.Data.Reverse()] };
            },
            cancellationToken);
    }

    /// <summary>The newest messages, oldest first.</summary>
    public Task<IReadOnlyList<MessageRow>> RecentMessagesAsync(Guid conversationId, int count, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                var rows = await connection.MessagesBeforeAsync(conversationId, long.MaxValue, count, token);
                rows.Reverse();
                return (IReadOnlyList<MessageRow>)rows;
            },
            cancellationToken);

    /// <summary>Stores a message of the agent outside a turn, and tells the owner's feed.</summary>
    /// <returns>False when the message is there already, or the conversation is not found.</returns>
    public async Task<bool> PostAsync(AgentMessage message, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var isPosted = await database.WriteAsync((connection, token) => connection.PostMessageAsync(message, now, token), cancellationToken);
        if (isPosted)
            feed.Notify(message.Owner);
        return isPosted;
    }

    private Task<Page<MessageRow>?> PageAsync(
        string owner,
        Guid id,
        Func<DbConnection, CancellationToken, Task<Page<MessageRow>>> page,
        CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) => await FindAsync(connection, owner, id, token) is null ? null : await page(connection, token),
            cancellationToken);

    private static Task<ConversationRow?> FindAsync(DbConnection connection, string owner, Guid id, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ConversationRow>(
            new CommandDefinition(FindSql, new { Id = id, Owner = owner }, cancellationToken: cancellationToken));
}
