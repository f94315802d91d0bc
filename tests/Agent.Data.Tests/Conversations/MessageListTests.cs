using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Conversations;

public sealed class MessageListTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private static async Task<Guid> TalkAsync(ConversationScene scene)
    {
        var id = await scene.AddAsync("one", "1", "2");
        await scene.ExchangeAsync(id, "3", "4");
        await scene.ExchangeAsync(id, "5", "6");
        return id;
    }

    private static IEnumerable<string> Texts(Page<MessageRow>? page) => page!.Data.Select(message => message.Text);

    [Theory, OnSqlite, OnPostgres]
    public async Task History_is_read_from_its_beginning(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var id = await TalkAsync(scene);

        var first = await scene.Conversations.ListMessagesAsync(scene.Owner, id, null, 4, default);
        var second = await scene.Conversations.ListMessagesAsync(scene.Owner, id, first!.Next, 4, default);

        Texts(first).ShouldBe(["1", "2", "3", "4"]);
        Texts(second).ShouldBe(["5", "6"]);
        second!.Next.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task History_is_read_back_from_its_end(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var id = await TalkAsync(scene);

        var newest = await scene.Conversations.ListLatestMessagesAsync(scene.Owner, id, null, 4, default);
        var older = await scene.Conversations.ListLatestMessagesAsync(scene.Owner, id, newest!.Next, 4, default);

        Texts(newest).ShouldBe(["3", "4", "5", "6"]);
        Texts(older).ShouldBe(["1", "2"]);
        older!.Next.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_newest_messages_come_oldest_first(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var id = await TalkAsync(scene);

        var recent = await scene.Conversations.RecentMessagesAsync(id, 3, default);

        recent.Select(message => message.Text).ShouldBe(["4", "5", "6"]);
    }

    [Fact]
    public async Task A_conversation_that_does_not_exist_has_no_history()
    {
        var scene = new ConversationScene(await databases.OnAsync(DatabaseProvider.Sqlite));

        var page = await scene.Conversations.ListLatestMessagesAsync(scene.Owner, Guid.CreateVersion7(), null, 4, default);

        page.ShouldBeNull();
    }

    [Fact]
    public async Task A_cursor_of_one_direction_is_refused_by_the_other()
    {
        var scene = new ConversationScene(await databases.OnAsync(DatabaseProvider.Sqlite));
        var id = await TalkAsync(scene);
        var page = await scene.Conversations.ListMessagesAsync(scene.Owner, id, null, 2, default);

        var list = () => scene.Conversations.ListLatestMessagesAsync(scene.Owner, id, page!.Next, 2, default);

        await list.ShouldThrowAsync<InvalidCursorException>();
    }

    [Fact]
    public async Task A_cursor_without_a_number_is_refused()
    {
        var scene = new ConversationScene(await databases.OnAsync(DatabaseProvider.Sqlite));

        var list = () => scene.Conversations.ListMessagesAsync(scene.Owner, Guid.NewGuid(), Cursor.Write("messages", "x"), 2, default);

        await list.ShouldThrowAsync<InvalidCursorException>();
    }
}
