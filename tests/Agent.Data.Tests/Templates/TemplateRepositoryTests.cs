using PromptLab.Data.Databases;
using PromptLab.Data.Templates;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Templates;

public sealed class TemplateRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_new_template_has_one_version(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));

        var template = await scene.AddAsync("Recap", "Summarise {{text}}");

        (await scene.Templates.FindAsync(scene.Owner, template.Id, default)).ShouldBe(template);
        (template.Version, template.Revision, template.UpdatedBy).ShouldBe((1, 1, scene.Owner));
        (await scene.Versions.FindAsync(template.Id, 1, default))!.Content.ShouldBe("Summarise {{text}}");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_templates_of_an_owner_have_different_names_whatever_the_case(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        await scene.AddAsync("Été Recap");

        var second = await scene.Templates.CreateAsync(scene.Owner, TemplateScene.Change("été RECAP", "Hi"), default);

        second.ShouldBeOfType<TemplateStoring.NameTaken>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Owners_share_no_names(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        await new TemplateScene(node).AddAsync("Shared name");

        var template = await new TemplateScene(node).AddAsync("Shared name");

        template.Version.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_text_makes_a_version_and_keeps_the_one_before(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        var template = await scene.AddAsync("Recap", "one");

        var stored = (await scene.ChangeAsync(template, TemplateScene.Change("Recap", "two"))).ShouldBeOfType<TemplateStoring.Stored>();

        (stored.IsNewVersion, stored.Template.Version, stored.Version.Content).ShouldBe((true, 2, "two"));
        (await scene.Versions.FindAsync(template.Id, 1, default))!.Content.ShouldBe("one");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_text_makes_no_version(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        var template = await scene.AddAsync("Recap", "one");

        var stored = (await scene.ChangeAsync(template, TemplateScene.Change("Recap", "one"))).ShouldBeOfType<TemplateStoring.Stored>();

        stored.IsNewVersion.ShouldBeFalse();
        stored.Template.ShouldBe(template);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_name_makes_no_version(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        var template = await scene.AddAsync("Recap", "one");

        var stored = (await scene.ChangeAsync(template, TemplateScene.Change("Summary", "one"))).ShouldBeOfType<TemplateStoring.Stored>();

        (stored.IsNewVersion, stored.Template.Name, stored.Template.Version, stored.Template.Revision).ShouldBe((false, "Summary", 1, 2));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_of_what_somebody_else_has_changed_is_refused(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        var read = await scene.AddAsync("Recap", "one");
        await scene.ChangeAsync(read, TemplateScene.Change("Recap", "two"));

        var late = await scene.ChangeAsync(read, TemplateScene.Change("Recap", "three"));

        late.ShouldBe(new TemplateStoring.Stale(2));
        (await scene.Templates.FindAsync(scene.Owner, read.Id, default))!.Version.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_changes_at_once_one_is_stored(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        var read = await scene.AddAsync("Recap", "one");

        var both = await Task.WhenAll(
            scene.ChangeAsync(read, TemplateScene.Change("Recap", "two")), scene.ChangeAsync(read, TemplateScene.Change("Recap", "three")));

        both.OfType<TemplateStoring.Stored>().Count().ShouldBe(1);
        both.OfType<TemplateStoring.Stale>().Count().ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_template_cannot_take_the_name_of_another_one(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        await scene.AddAsync("One");
        var two = await scene.AddAsync("Two");

        var renamed = await scene.ChangeAsync(two, TemplateScene.Change("ONE"));

        renamed.ShouldBeOfType<TemplateStoring.NameTaken>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_else_finds_or_changes_it(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var template = await new TemplateScene(node).AddAsync("Mine");
        var other = new TemplateScene(node);

        var changed = await other.ChangeAsync(template, TemplateScene.Change("Theirs"));

        changed.ShouldBeOfType<TemplateStoring.NotFound>();
        (await other.Templates.FindAsync(other.Owner, template.Id, default)).ShouldBeNull();
        (await other.Templates.DeleteAsync(other.Owner, template.Id, default)).ShouldBeFalse();
        (await other.Templates.SetLabelsAsync(other.Owner, template.Id, 1, "{}", default)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_deleted_can_be_brought_back(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        var template = await scene.AddAsync("Recap");

        await scene.Templates.DeleteAsync(scene.Owner, template.Id, default);
        var gone = await scene.Templates.FindAsync(scene.Owner, template.Id, default);
        var back = await scene.Templates.UndeleteAsync(scene.Owner, template.Id, default);

        gone.ShouldBeNull();
        back.ShouldBeOfType<TemplateStoring.Stored>().Template.DeletedAt.ShouldBeNull();
        (await scene.Templates.FindByNameAsync(scene.Owner, "recap", default))!.Id.ShouldBe(template.Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_who_bring_it_back_at_once_one_does(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        foreach (var round in Enumerable.Range(0, 10))
        {
            var id = (await scene.AddAsync($"Recap {round}")).Id;
            await scene.Templates.DeleteAsync(scene.Owner, id, default);

            var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => scene.Templates.UndeleteAsync(scene.Owner, id, default))));

            all.OfType<TemplateStoring.Stored>().Count().ShouldBe(1);
            all.OfType<TemplateStoring.NotFound>().Count().ShouldBe(7);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_namesakes_that_are_brought_back_at_once_one_has_the_name(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        foreach (var round in Enumerable.Range(0, 10))
        {
            var ids = new List<Guid>();
            foreach (var _ in Enumerable.Range(0, 4))
            {
                ids.Add((await scene.AddAsync($"Recap {round}")).Id);
                await scene.Templates.DeleteAsync(scene.Owner, ids[^1], default);
            }

            var all = await Task.WhenAll(ids.Select(id => Task.Run(() => scene.Templates.UndeleteAsync(scene.Owner, id, default))));

            all.OfType<TemplateStoring.Stored>().Count().ShouldBe(1);
            all.OfType<TemplateStoring.NameTaken>().Count().ShouldBe(3);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_deleted_stays_so_while_another_one_has_its_name(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        var template = await scene.AddAsync("Recap");
        await scene.Templates.DeleteAsync(scene.Owner, template.Id, default);
        await scene.AddAsync("Recap");

        var back = await scene.Templates.UndeleteAsync(scene.Owner, template.Id, default);

        back.ShouldBeOfType<TemplateStoring.NameTaken>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_what_was_deleted_is_brought_back(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        var template = await scene.AddAsync("Recap");

        var back = await scene.Templates.UndeleteAsync(scene.Owner, template.Id, default);

        back.ShouldBeOfType<TemplateStoring.NotFound>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Labels_are_set_only_on_the_revision_that_was_read(DatabaseProvider provider)
    {
        var scene = new TemplateScene(await databases.OnAsync(provider));
        var template = await scene.AddAsync("Recap");

        var set = await scene.Templates.SetLabelsAsync(scene.Owner, template.Id, template.Revision, """{"a":1}""", default);
        var late = await scene.Templates.SetLabelsAsync(scene.Owner, template.Id, template.Revision, """{"b":1}""", default);

        set!.Labels.ShouldBe("""{"a":1}""");
        late.ShouldBeNull();
    }
}
