using PromptLab.Data.Databases;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Conversations;

public sealed class ConversationChangeTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_title_leaves_the_rest_as_it_was(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var id = await scene.AddAsync("one");
        var before = await scene.Conversations.UpdateAsync(scene.Owner, id, null, true, default);
        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        var after = await scene.Conversations.UpdateAsync(scene.Owner, id, "Summer", null, default);

        after.ShouldBe(before! with { Title = "Summer", UpdatedAt = scene.Clock.GetUtcNow() });
        (await scene.Conversations.FindAsync(scene.Owner, id, default)).ShouldBe(after);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_conversation_can_be_unpinned(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var id = await scene.AddAsync("one");
        await scene.Conversations.UpdateAsync(scene.Owner, id, null, true, default);

        var after = await scene.Conversations.UpdateAsync(scene.Owner, id, null, false, default);

        after!.IsPinned.ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deleted_conversation_is_gone_for_its_owner(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var id = await scene.AddAsync("one");

        var deleted = await scene.Conversations.DeleteAsync(scene.Owner, id, default);

        deleted.ShouldBeTrue();
        (await scene.Conversations.FindAsync(scene.Owner, id, default)).ShouldBeNull();
        (await scene.TitlesAsync()).ShouldBeEmpty();
        (await scene.Conversations.ListMessagesAsync(scene.Owner, id, null, 10, default)).ShouldBeNull();
        (await scene.Conversations.UpdateAsync(scene.Owner, id, "back", null, default)).ShouldBeNull();
        (await scene.Conversations.DeleteAsync(scene.Owner, id, default)).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_owner_neither_sees_nor_changes_it(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var id = await scene.AddAsync("one");

        var seen = await scene.Conversations.FindAsync("someone else", id, default);
        var changed = await scene.Conversations.UpdateAsync("someone else", id, "mine", true, default);
        var deleted = await scene.Conversations.DeleteAsync("someone else", id, default);
        var messages = await scene.Conversations.ListMessagesAsync("someone else", id, null, 10, default);

        (seen, changed, deleted, messages).ShouldBe((null, null, false, null));
        (await scene.TitlesAsync()).ShouldBe(["one"]);
    }
}
