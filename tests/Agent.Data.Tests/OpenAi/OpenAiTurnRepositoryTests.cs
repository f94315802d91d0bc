using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.OpenAi;
using PromptLab.Data.Tests.Conversations;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.OpenAi;

public sealed class OpenAiTurnRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_turn_is_found_by_what_it_was_asked_and_by_what_it_answered(DatabaseProvider provider)
    {
        var (turns, scene) = await OpenAsync(provider);
        var turn = await AddAsync(turns, scene, await scene.AddAsync("Offers"), "before", "asked");
        await turns.AnsweredAsync(turn.TurnId, "answered", "ending", default);

        (await turns.FindAskedAsync(scene.Owner, "asked", default)).ShouldNotBeNull().TurnId.ShouldBe(turn.TurnId);
        (await turns.FindAnsweredAsync(scene.Owner, "answered", default)).ShouldNotBeNull().ConversationId.ShouldBe(turn.ConversationId);
        (await turns.FindEndingAsync(scene.Owner, "ending", default)).ShouldNotBeNull().AskedHash.ShouldBe("asked");
        (await turns.FindNextAsync(turn.ConversationId, "before", default)).ShouldNotBeNull().TurnId.ShouldBe(turn.TurnId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_turn_without_an_answer_is_not_found_by_one(DatabaseProvider provider)
    {
        var (turns, scene) = await OpenAsync(provider);
        await AddAsync(turns, scene, await scene.AddAsync("Offers"), null, "asked");

        (await turns.FindAnsweredAsync(scene.Owner, "answered", default)).ShouldBeNull();
        (await turns.FindEndingAsync(scene.Owner, "ending", default)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_newest_of_several_is_found(DatabaseProvider provider)
    {
        var (turns, scene) = await OpenAsync(provider);
        var conversation = await scene.AddAsync("Offers");
        await AddAsync(turns, scene, conversation, "before", "asked");

        var newer = await AddAsync(turns, scene, conversation, "before", "asked");

        (await turns.FindAskedAsync(scene.Owner, "asked", default)).ShouldNotBeNull().TurnId.ShouldBe(newer.TurnId);
        (await turns.FindNextAsync(conversation, "before", default)).ShouldNotBeNull().TurnId.ShouldBe(newer.TurnId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_others_asked_and_what_was_deleted_is_not_found(DatabaseProvider provider)
    {
        var (turns, scene) = await OpenAsync(provider);
        var conversation = await scene.AddAsync("Offers");
        await AddAsync(turns, scene, conversation, null, "asked");

        (await turns.FindAskedAsync("somebody else", "asked", default)).ShouldBeNull();
        await scene.Conversations.DeleteAsync(scene.Owner, conversation, default);
        (await turns.FindAskedAsync(scene.Owner, "asked", default)).ShouldBeNull();
    }

    private async Task<(OpenAiTurnRepository Turns, ConversationScene Scene)> OpenAsync(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        return (node.GetRequiredService<OpenAiTurnRepository>(), new ConversationScene(node));
    }

    private static async Task<OpenAiTurn> AddAsync(OpenAiTurnRepository turns, ConversationScene scene, Guid conversation, string? history, string asked)
    {
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        var turn = new OpenAiTurn(Guid.CreateVersion7(scene.Clock.GetUtcNow()), conversation, scene.Owner, history, asked);
        await turns.AddAsync(turn, default);
        return turn;
    }
}
