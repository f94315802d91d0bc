using PromptLab.Data.Databases;
using PromptLab.Data.Paging;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Conversations;

public sealed class ConversationListTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_used_comes_first(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var oldest = await scene.AddAsync("one");
        await scene.AddAsync("two");
        await scene.AddAsync("three");
        scene.Clock.Advance(TimeSpan.FromMinutes(1));

        await scene.ExchangeAsync(oldest, "more", "yes");

        (await scene.TitlesAsync()).ShouldBe(["one", "three", "two"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pinned_ones_come_before_newer_ones(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        var pinned = await scene.AddAsync("one");
        await scene.Conversations.UpdateAsync(scene.Owner, pinned, null, true, default);

        await scene.AddAsync("two");

        (await scene.TitlesAsync()).ShouldBe(["one", "two"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_follow_one_another_without_gap_or_overlap(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        foreach (var number in Enumerable.Range(1, 7))
            await scene.AddAsync($"{number}");
        await scene.Conversations.UpdateAsync(
            scene.Owner, (await scene.Conversations.ListAsync(scene.Owner, null, null, 1, default)).Data[0].Id, null, true, default);

        var pages = new List<IEnumerable<string>>();
        string? cursor = null;
        do
        {
            var page = await scene.Conversations.ListAsync(scene.Owner, null, cursor, 3, default);
            pages.Add(page.Data.Select(conversation => conversation.Title));
            cursor = page.Next;
        }
        while (cursor is not null);

        pages.ShouldBe([["7", "6", "5"], ["4", "3", "2"], ["1"]]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Conversations_of_the_same_instant_are_all_paged(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        foreach (var number in Enumerable.Range(1, 4))
            await scene.ExchangeAsync(Guid.CreateVersion7(), "?", "!", create: true, $"{number}");

        var first = await scene.Conversations.ListAsync(scene.Owner, null, null, 2, default);
        var second = await scene.Conversations.ListAsync(scene.Owner, null, first.Next, 2, default);

        first.Data.Concat(second.Data).Select(conversation => conversation.Title).Order().ShouldBe(["1", "2", "3", "4"]);
        second.Next.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_search_finds_titles_and_messages_in_any_case(DatabaseProvider provider)
    {
        var scene = new ConversationScene(await databases.OnAsync(provider));
        await scene.AddAsync("ÉTÉ Promo");
        await scene.AddAsync("two", question: "How did été go?");
        await scene.AddAsync("three", answer: "The Été offer leads.");
        await scene.AddAsync("four");

        var found = await scene.TitlesAsync(" été ");

        found.ShouldBe(["three", "two", "ÉTÉ Promo"]);
    }

    [Theory]
    [InlineData("50%", "50% off")]
    [InlineData("a_b", "a_b")]
    [InlineData("!", "wow!")]
    public async Task A_search_takes_every_sign_literally(string search, string title)
    {
        var scene = new ConversationScene(await databases.OnAsync(DatabaseProvider.Sqlite));
        await scene.AddAsync(title, answer: "yes");
        await scene.AddAsync("500 aXb", answer: "yes");

        var found = await scene.TitlesAsync(search);

        found.ShouldBe([title]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_owner_sees_only_own_conversations(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var scene = new ConversationScene(node);
        var other = new ConversationScene(node);

        await other.AddAsync("two", question: "secret");

        (await scene.TitlesAsync()).ShouldBeEmpty();
        (await scene.TitlesAsync("secret")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("bWVzc2FnZXN8MQ")]
    [InlineData("Y29udmVyc2F0aW9uc3wxfHh8eA")]
    public async Task A_cursor_of_something_else_is_refused(string cursor)
    {
        var scene = new ConversationScene(await databases.OnAsync(DatabaseProvider.Sqlite));

        var list = () => scene.Conversations.ListAsync(scene.Owner, null, cursor, 3, default);

        await list.ShouldThrowAsync<InvalidCursorException>();
    }
}
