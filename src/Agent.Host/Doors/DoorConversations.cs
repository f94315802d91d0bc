using PromptLab.Data.ConversationLinks;
using PromptLab.Data.Conversations;

namespace PromptLab.Host.Doors;

/// <summary>The conversation that a client means by an id of ours or of its own.</summary>
internal sealed class DoorConversations(ConversationRepository conversations, ConversationLinkRepository links)
{
    public const int LongestId = 200;

    /// <summary>
    /// An id of ours goes on with that conversation, whichever door began it; anything else names a thread of the client's, which
    /// gets a conversation with its first message.
    /// </summary>
    public async Task<Guid> FindAsync(string door, string id, string owner, CancellationToken cancellationToken) =>
        Guid.TryParse(id, out var ours) && await conversations.FindAsync(owner, ours, cancellationToken) is { } known
            ? known.Id
            : await links.FindOrCreateAsync(door, id, owner, cancellationToken);
}
