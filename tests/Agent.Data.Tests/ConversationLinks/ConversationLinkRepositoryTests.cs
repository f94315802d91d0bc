using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.ConversationLinks;
using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Tests.Conversations;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.ConversationLinks;

public sealed class ConversationLinkRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private const string Door = "slack";

    private readonly string thread = $"T1/C1/{Guid.NewGuid():N}";

    private async Task<(ConversationLinkRepository Links, ConversationScene Scene)> OpenAsync(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        return (node.GetRequiredService<ConversationLinkRepository>(), new ConversationScene(node));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_thread_keeps_its_conversation(DatabaseProvider provider)
    {
        var (links, scene) = await OpenAsync(provider);

        var first = await links.FindOrCreateAsync(Door, thread, scene.Owner, default);
        var second = await links.FindOrCreateAsync(Door, thread, scene.Owner, default);

        second.ShouldBe(first);
        (await links.FindAsync(Door, thread, scene.Owner, default)).ShouldBe(first);
        (await scene.Conversations.FindAsync(scene.Owner, first, default)).ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_at_once_get_the_same_conversation(DatabaseProvider provider)
    {
        var (links, scene) = await OpenAsync(provider);

        var found = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => links.FindOrCreateAsync(Door, thread, scene.Owner, default))));

        found.Distinct().ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_people_in_one_thread_have_a_conversation_each(DatabaseProvider provider)
    {
        var (links, scene) = await OpenAsync(provider);

        var mine = await links.FindOrCreateAsync(Door, thread, scene.Owner, default);
        var theirs = await links.FindOrCreateAsync(Door, thread, $"{scene.Owner}-other", default);

        theirs.ShouldNotBe(mine);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_thread_that_nobody_used_has_none(DatabaseProvider provider)
    {
        var (links, scene) = await OpenAsync(provider);

        (await links.FindAsync(Door, thread, scene.Owner, default)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_its_conversation_was_deleted_a_thread_begins_another_one(DatabaseProvider provider)
    {
        var (links, scene) = await OpenAsync(provider);
        var deleted = await links.FindOrCreateAsync(Door, thread, scene.Owner, default);
        await scene.Conversations.DeleteAsync(scene.Owner, deleted, default);

        var next = await links.FindOrCreateAsync(Door, thread, scene.Owner, default);

        next.ShouldNotBe(deleted);
        (await links.FindAsync(Door, thread, scene.Owner, default)).ShouldBe(next);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_linked_conversation_is_listed_from_its_first_turn_on_under_that_turns_title(DatabaseProvider provider)
    {
        var (links, scene) = await OpenAsync(provider);
        var conversation = await links.FindOrCreateAsync(Door, thread, scene.Owner, default);
        var before = await scene.TitlesAsync();

        await scene.ExchangeAsync(conversation, "?", "!", title: "Top offers");
        await scene.ExchangeAsync(conversation, "?", "!", title: "And Germany");

        before.ShouldBeEmpty();
        (await scene.TitlesAsync()).ShouldBe(["Top offers"]);
    }
}
