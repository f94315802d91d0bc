using PromptLab.Data.Paging;

namespace PromptLab.Data.Conversations;

/// <summary>Conversations and their messages as their owner sees them: what another owner has, or what was deleted, is not found.</summary>
public sealed class ConversationRepository
{
    public Task<ConversationRow?> FindAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Pinned conversations first, then the most recently used.</summary>
    /// <param name="search">Words that the title or a message contains, any case; null for all.</param>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public Task<Page<ConversationRow>> ListAsync(
        string owner, string? search, string? cursor, int limit, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Changes what is not null. Null when the conversation is not found.</summary>
    public Task<ConversationRow?> UpdateAsync(
        string owner, Guid id, string? title, bool? isPinned, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    public Task<bool> DeleteAsync(string owner, Guid id, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Messages from the first one on. Null when the conversation is not found.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public Task<Page<MessageRow>?> ListMessagesAsync(
        string owner, Guid id, string? cursor, int limit, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>The newest messages, oldest first within the page; the next page holds older ones. Null when the conversation is not found.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public Task<Page<MessageRow>?> ListLatestMessagesAsync(
        string owner, Guid id, string? cursor, int limit, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>The newest messages, oldest first.</summary>
    public Task<IReadOnlyList<MessageRow>> RecentMessagesAsync(Guid conversationId, int count, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
