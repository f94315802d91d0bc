using PromptLab.Data.Databases;
using PromptLab.Data.Sharing;
using PromptLab.Data.Templates;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Templates;

public sealed class TemplateSharingTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_template_is_private_unless_it_is_said_otherwise(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));

        var silent = await scene.AddAsync("one");
        var said = await scene.Templates.CreateAsync(scene.Owner, TemplateScene.Change("two", "Hi") with { Sharing = SharingScope.Team }, default);

        silent.Sharing.ShouldBe("private");
        said.ShouldBeOfType<TemplateStoring.Stored>().Template.Sharing.ShouldBe("team");
        await Unshare(scene, said);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shared_template_is_seen_by_others_until_it_is_private_again(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var (anna, ben) = (new TemplateScene(node), new TemplateScene(node));
        var template = await anna.AddAsync("one");

        var before = await ben.Templates.FindVisibleAsync(ben.Owner, template.Id, default);
        var shared = await anna.ShareAsync(template);
        var during = await ben.Templates.FindVisibleAsync(ben.Owner, template.Id, default);
        await anna.ShareAsync(shared, SharingScope.Private);
        var after = await ben.Templates.FindVisibleAsync(ben.Owner, template.Id, default);

        (before, after).ShouldBe((null, null));
        during.ShouldBe(shared);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shared_template_that_was_deleted_is_seen_by_nobody(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var (anna, ben) = (new TemplateScene(node), new TemplateScene(node));
        var template = await anna.ShareAsync(await anna.AddAsync("gone", tags: "gone"));

        await anna.Templates.DeleteAsync(anna.Owner, template.Id, default);

        (await ben.Templates.FindVisibleAsync(ben.Owner, template.Id, default)).ShouldBeNull();
        (await ben.NamesAsync(new(Tag: "gone"))).ShouldBeEmpty();
        (await ben.NamesAsync(new(Tag: "gone", IsDeleted: true))).ShouldBeEmpty();
        (await ben.Templates.FindSharedByNameAsync(ben.Owner, "gone", 5, default)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_its_owner_changes_a_shared_template(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var (anna, ben) = (new TemplateScene(node), new TemplateScene(node));
        var template = await anna.ShareAsync(await anna.AddAsync("one"));

        var changed = await ben.ChangeAsync(template, TemplateScene.Change("theirs"));

        changed.ShouldBeOfType<TemplateStoring.NotFound>();
        (await ben.Templates.DeleteAsync(ben.Owner, template.Id, default)).ShouldBeFalse();
        (await ben.Templates.SetLabelsAsync(ben.Owner, template.Id, template.Revision, "{}", default)).ShouldBeNull();
        await anna.ShareAsync(template, SharingScope.Private);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Sharing_alone_makes_no_version(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));

        var shared = await scene.ShareAsync(await scene.AddAsync("one"));

        (shared.Version, shared.Revision, shared.Sharing).ShouldBe((1, 2, "team"));
        await scene.ShareAsync(shared, SharingScope.Private);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lists_show_own_and_shared_ones_together_or_apart(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var (anna, ben) = (new TemplateScene(node), new TemplateScene(node));
        var tag = $"tag-{Guid.NewGuid():N}";
        var first = await anna.ShareAsync(await anna.AddAsync("a-shared", tags: tag));
        await anna.AddAsync("a-private", tags: tag);
        ben.Clock.Advance(TimeSpan.FromHours(1));
        await ben.AddAsync("b-private", tags: tag);

        (await ben.NamesAsync(new(Tag: tag))).ShouldBe(["b-private", "a-shared"]);
        (await ben.NamesAsync(new(Tag: tag, Of: Ownership.Mine))).ShouldBe(["b-private"]);
        (await ben.NamesAsync(new(Tag: tag, Of: Ownership.Team))).ShouldBe(["a-shared"]);
        (await ben.NamesAsync(new(Search: "a-"))).ShouldBe(["a-shared"]);
        (await ben.NamesAsync(new(Of: Ownership.Team))).ShouldBe(["a-shared"]);
        (await anna.NamesAsync(new(Of: Ownership.Team))).ShouldBeEmpty();
        await anna.ShareAsync(first, SharingScope.Private);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_of_own_and_shared_ones_follow_one_another_without_gap_or_overlap(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var (anna, ben) = (new TemplateScene(node), new TemplateScene(node));
        var shared = new List<TemplateRow>();
        foreach (var number in Enumerable.Range(1, 4))
        {
            shared.Add(await anna.ShareAsync(await anna.AddAsync($"a{number}")));
            ben.Clock.Advance(TimeSpan.FromMinutes(2));
            await ben.AddAsync($"b{number}");
        }

        var names = new List<string>();
        string? cursor = null;
        do
        {
            var page = await ben.Lists.ReadAsync(ben.Owner, new(), cursor, 3, default);
            names.AddRange(page.Data.Select(template => template.Name));
            cursor = page.Next;
        }
        while (cursor is not null);

        names.Order().ShouldBe(["a1", "a2", "a3", "a4", "b1", "b2", "b3", "b4"]);
        foreach (var template in shared)
        {
            await anna.ShareAsync(template, SharingScope.Private);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shared_template_is_found_by_its_name_whatever_the_case(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var (anna, ben) = (new TemplateScene(node), new TemplateScene(node));
        var name = $"Recap {Guid.NewGuid():N}";
        var template = await anna.ShareAsync(await anna.AddAsync(name));

        (await ben.Templates.FindSharedByNameAsync(ben.Owner, name.ToUpperInvariant(), 5, default)).ShouldBe([template]);
        (await anna.Templates.FindSharedByNameAsync(anna.Owner, name, 5, default)).ShouldBeEmpty();
        await anna.ShareAsync(template, SharingScope.Private);
    }

    /// <summary>The tests of a class have one database, and what is shared is seen by all of them.</summary>
    private static Task<TemplateRow> Unshare(TemplateScene scene, TemplateStoring stored) =>
        scene.ShareAsync(((TemplateStoring.Stored)stored).Template, SharingScope.Private);
}
