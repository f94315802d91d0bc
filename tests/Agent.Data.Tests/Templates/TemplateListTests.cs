using PromptLab.Data.Databases;
using PromptLab.Data.Paging;
using PromptLab.Data.Templates;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Templates;

public sealed class TemplateListTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_changed_comes_first(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        var one = await scene.AddAsync("one");
        await scene.AddAsync("two");

        await scene.ChangeAsync(one, TemplateScene.Change("one", "changed"));

        (await scene.NamesAsync()).ShouldBe(["one", "two"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_follow_one_another_without_gap_or_overlap(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        foreach (var number in Enumerable.Range(1, 5))
            await scene.AddAsync($"{number}");

        var first = await scene.Lists.ReadAsync(scene.Owner, new(), null, 3, default);
        var second = await scene.Lists.ReadAsync(scene.Owner, new(), first.Next, 3, default);

        first.Data.Concat(second.Data).Select(template => template.Name).ShouldBe(["5", "4", "3", "2", "1"]);
        second.Next.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_search_finds_names_descriptions_and_the_newest_text(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        await scene.AddAsync("Été");
        await scene.AddAsync("two", description: "for the été offers");
        await scene.AddAsync("three", "Write about {{topic}} in ÉTÉ style");
        var four = await scene.AddAsync("four", "once été");
        await scene.ChangeAsync(four, TemplateScene.Change("four", "no longer"));

        var found = await scene.NamesAsync(new(Search: " été "));

        found.ShouldBe(["three", "two", "Été"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_tag_leaves_those_that_have_it_now(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        await scene.AddAsync("one", tags: ["mail", "short"]);
        await scene.AddAsync("two", tags: ["chat"]);
        var three = await scene.AddAsync("three", tags: ["mail"]);
        await scene.ChangeAsync(three, TemplateScene.Change("three", null, "", "chat"));

        (await scene.NamesAsync(new(Tag: "mail"))).ShouldBe(["one"]);
        (await scene.NamesAsync(new(Tag: "chat"))).ShouldBe(["three", "two"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_deleted_has_a_list_of_its_own(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        var one = await scene.AddAsync("one", tags: ["mail"]);
        await scene.AddAsync("two", tags: ["mail"]);

        await scene.Templates.DeleteAsync(scene.Owner, one.Id, default);

        (await scene.NamesAsync()).ShouldBe(["two"]);
        (await scene.NamesAsync(new(IsDeleted: true))).ShouldBe(["one"]);
        (await scene.NamesAsync(new(Tag: "mail", IsDeleted: true))).ShouldBe(["one"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_elses_are_listed(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        await new TemplateScene(node).AddAsync("one", tags: ["mail"]);
        var other = new TemplateScene(node);

        (await other.NamesAsync()).ShouldBeEmpty();
        (await other.NamesAsync(new(Tag: "mail"))).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Versions_are_paged_from_the_newest_one_on(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        var template = await scene.AddAsync("one", "1");
        foreach (var number in Enumerable.Range(2, 3))
            template = ((TemplateStoring.Stored)await scene.ChangeAsync(template, TemplateScene.Change("one", $"{number}"))).Template;

        var first = await scene.Versions.ListAsync(template.Id, null, 3, default);
        var second = await scene.Versions.ListAsync(template.Id, first.Next, 3, default);

        first.Data.Concat(second.Data).Select(version => version.Number).ShouldBe([4, 3, 2, 1]);
        second.Next.ShouldBeNull();
    }

    [Theory]
    [InlineData("not base64!")]
    [InlineData("bWVzc2FnZXN8MQ")]
    [InlineData("dGVtcGxhdGVzfHh8eA")]
    [InlineData("dGVtcGxhdGVfdmVyc2lvbnN8eA")]
    public async Task A_cursor_of_something_else_is_refused(string cursor)
    {
        var scene = new TemplateScene(await databases.OnAsync(DatabaseProvider.Sqlite));

        var templates = () => scene.Lists.ReadAsync(scene.Owner, new(), cursor, 3, default);
        var versions = () => scene.Versions.ListAsync(Guid.NewGuid(), cursor, 3, default);

        await templates.ShouldThrowAsync<InvalidCursorException>();
        await versions.ShouldThrowAsync<InvalidCursorException>();
    }
}
