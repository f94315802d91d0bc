using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Feed;
using PromptLab.Data.Turns;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.Turns;

/// <summary>One owner with one conversation, and a clock of its own.</summary>
internal sealed class TurnScene(IServiceProvider node)
{
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    public ManualTimeProvider Clock { get; } = new(new(2025, 1, 15, 11, 0, 0, 123, 456, TimeSpan.Zero));

    public string Owner { get; } = $"owner-{Guid.NewGuid():N}";

    public Guid ConversationId { get; } = Guid.CreateVersion7();

    public TurnRepository Turns => new(node.GetRequiredService<IDatabase>(), Clock);

    public ConversationRepository Conversations => new(node.GetRequiredService<IDatabase>(), node.GetRequiredService<FeedSignal>(), Clock);

    public NewTurn NewTurn(string message = "Top offers?", bool create = false) =>
        new(Guid.CreateVersion7(), ConversationId, create, Owner, "Top offers", message, "web", null, "node-a", Lease);

    /// <summary>A turn that runs in a new conversation.</summary>
    public async Task<Guid> BeginFirstAsync(string message = "Top offers?")
    {
        var turn = NewTurn(message, create: true);
        (await Turns.BeginAsync(turn, 10, default)).ShouldBeOfType<TurnStart.Begun>();
        return turn.TurnId;
    }

    public Task<TurnStart> BeginNextAsync(string message = "And in Germany?") => Turns.BeginAsync(NewTurn(message), 10, default);

    public Task<bool> CompleteAsync(Guid turnId, string reply = "Offer 1001 leads.") =>
        Turns.CompleteAsync(Completion(turnId) with { Message = new(Guid.CreateVersion7(), reply, null, "answer") }, default);

    public TurnCompletion Completion(Guid turnId) => new(turnId, ConversationId, TurnStatus.Completed);

    public async Task<ConversationRow> ConversationAsync() =>
        (await Conversations.FindAsync(Owner, ConversationId, default)).ShouldNotBeNull();

    public async Task<TurnRow> TurnAsync(Guid turnId) => (await Turns.FindAsync(Owner, turnId, default)).ShouldNotBeNull();

    public Task<IReadOnlyList<MessageRow>> MessagesAsync() => Conversations.RecentMessagesAsync(ConversationId, 100, default);
}
