using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Feed;
using PromptLab.Data.Turns;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.Conversations;

/// <summary>One owner who has talked about several things.</summary>
internal sealed class ConversationScene(IServiceProvider node)
{
    public ManualTimeProvider Clock { get; } = new();

    public string Owner { get; } = $"owner-{Guid.NewGuid():N}";

    public ConversationRepository Conversations => new(node.GetRequiredService<IDatabase>(), node.GetRequiredService<FeedSignal>(), Clock);

    /// <summary>A conversation of one question and its answer; each is a minute newer than the one before.</summary>
    public async Task<Guid> AddAsync(string title, string question = "?", string answer = "!")
    {
        Clock.Advance(TimeSpan.FromMinutes(1));
        var conversation = Guid.CreateVersion7();
        await ExchangeAsync(conversation, question, answer, create: true, title);
        return conversation;
    }

    public async Task ExchangeAsync(Guid conversation, string question, string answer, bool create = false, string title = "")
    {
        var turns = new TurnRepository(node.GetRequiredService<IDatabase>(), Clock);
        var turn = Guid.CreateVersion7();
        await turns.BeginAsync(
            new(turn, conversation, create, Owner, title, question, "web", null, "node-a", TimeSpan.FromMinutes(1)), 0, default);
        await turns.CompleteAsync(
            new(turn, conversation, TurnStatus.Completed) { Message = new(Guid.CreateVersion7(), answer, null, "answer") }, default);
    }

    public async Task<IEnumerable<string>> TitlesAsync(string? search = null) =>
        (await Conversations.ListAsync(Owner, search, null, 50, default)).Data.Select(conversation => conversation.Title);
}
