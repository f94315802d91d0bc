using PromptLab.Data.Conversations;

namespace PromptLab.Host.Conversations;

/// <param name="RunningTurnId">The turn that is being answered right now, or null.</param>
public sealed record ConversationDto(
    Guid Id, string Title, bool IsPinned, Guid? RunningTurnId, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt)
{
    internal static ConversationDto Of(ConversationRow row) =>
        new(row.Id, row.Title, row.IsPinned, row.RunningTurnId, row.CreatedAt, row.UpdatedAt);
}
