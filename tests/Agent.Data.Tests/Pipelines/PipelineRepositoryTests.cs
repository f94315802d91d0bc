using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Pipelines;
using PromptLab.Data.Templates;
using PromptLab.Data.Tests.Templates;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Pipelines;

public sealed class PipelineRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_pipeline_is_kept_and_found_by_its_owner_only(DatabaseProvider provider)
    {
        var scene = await NewAsync(provider);

        var row = Row(await scene.Pipelines.CreateAsync(scene.Owner, Change("Digest", null, "mail"), default));

        (await scene.Pipelines.FindAsync(scene.Owner, row.Id, default)).ShouldBe(row);
        (await scene.Pipelines.FindByNameAsync(scene.Owner, "DIGEST", default)).ShouldBe(row);
        (await scene.Pipelines.FindVisibleAsync(scene.Owner, row.Id, default)).ShouldBe(row);
        (row.Revision, row.Sharing, row.Tags, row.Definition).ShouldBe((1, "private", """["mail"]""", "{}"));
        (await scene.Pipelines.FindAsync("somebody", row.Id, default)).ShouldBeNull();
        (await scene.Pipelines.FindVisibleAsync("somebody", row.Id, default)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Names_are_unique_whatever_their_case_until_one_is_deleted(DatabaseProvider provider)
    {
        var scene = await NewAsync(provider);
        var first = Row(await scene.Pipelines.CreateAsync(scene.Owner, Change("Digest"), default));
        var other = Row(await scene.Pipelines.CreateAsync(scene.Owner, Change("Other"), default));

        (await scene.Pipelines.CreateAsync(scene.Owner, Change("digest"), default)).ShouldBeOfType<PipelineStoring.NameTaken>();
        (await scene.Pipelines.ChangeAsync(scene.Owner, other.Id, 1, Change("DIGEST"), default)).ShouldBeOfType<PipelineStoring.NameTaken>();
        (await scene.Pipelines.DeleteAsync(scene.Owner, first.Id, default)).ShouldBeTrue();
        (await scene.Pipelines.CreateAsync(scene.Owner, Change("digest"), default)).ShouldBeOfType<PipelineStoring.Stored>();
        (await scene.Pipelines.UndeleteAsync(scene.Owner, first.Id, default)).ShouldBeOfType<PipelineStoring.NameTaken>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_who_bring_it_back_at_once_one_does(DatabaseProvider provider)
    {
        var scene = await NewAsync(provider);
        foreach (var round in Enumerable.Range(0, 10))
        {
            var id = (Row(await scene.Pipelines.CreateAsync(scene.Owner, Change($"Digest {round}"), default))).Id;
            await scene.Pipelines.DeleteAsync(scene.Owner, id, default);

            var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => scene.Pipelines.UndeleteAsync(scene.Owner, id, default))));

            all.OfType<PipelineStoring.Stored>().Count().ShouldBe(1);
            all.OfType<PipelineStoring.NotFound>().Count().ShouldBe(7);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_namesakes_that_are_brought_back_at_once_one_has_the_name(DatabaseProvider provider)
    {
        var scene = await NewAsync(provider);
        foreach (var round in Enumerable.Range(0, 10))
        {
            var ids = new List<Guid>();
            foreach (var _ in Enumerable.Range(0, 4))
            {
                ids.Add((Row(await scene.Pipelines.CreateAsync(scene.Owner, Change($"Digest {round}"), default))).Id);
                await scene.Pipelines.DeleteAsync(scene.Owner, ids[^1], default);
            }

            var all = await Task.WhenAll(ids.Select(id => Task.Run(() => scene.Pipelines.UndeleteAsync(scene.Owner, id, default))));

            all.OfType<PipelineStoring.Stored>().Count().ShouldBe(1);
            all.OfType<PipelineStoring.NameTaken>().Count().ShouldBe(3);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_change_needs_the_revision_that_is_there(DatabaseProvider provider)
    {
        var scene = await NewAsync(provider);
        var row = Row(await scene.Pipelines.CreateAsync(scene.Owner, Change("Digest"), default));

        var changed = Row(await scene.Pipelines.ChangeAsync(scene.Owner, row.Id, 1, Change("Digest 2"), default));
        var same = Row(await scene.Pipelines.ChangeAsync(scene.Owner, row.Id, 2, Change("Digest 2"), default));

        (changed.Name, changed.Revision, same.Revision).ShouldBe(("Digest 2", 2, 2));
        (await scene.Pipelines.ChangeAsync(scene.Owner, row.Id, 1, Change("Digest 3"), default)).ShouldBe(new PipelineStoring.Stale(2));
        (await scene.Pipelines.ChangeAsync("somebody", row.Id, 2, Change("Digest 3"), default)).ShouldBeOfType<PipelineStoring.NotFound>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deleted_pipeline_is_listed_as_such_and_comes_back(DatabaseProvider provider)
    {
        var scene = await NewAsync(provider);
        var row = Row(await scene.Pipelines.CreateAsync(scene.Owner, Change("Digest"), default));

        (await scene.Pipelines.DeleteAsync("somebody", row.Id, default)).ShouldBeFalse();
        (await scene.Pipelines.DeleteAsync(scene.Owner, row.Id, default)).ShouldBeTrue();

        (await scene.Pipelines.FindAsync(scene.Owner, row.Id, default)).ShouldBeNull();
        (await NamesAsync(scene, new())).ShouldBeEmpty();
        (await NamesAsync(scene, new(IsDeleted: true))).ShouldBe(["Digest"]);
        Row(await scene.Pipelines.UndeleteAsync(scene.Owner, row.Id, default)).DeletedAt.ShouldBeNull();
        (await scene.Pipelines.UndeleteAsync(scene.Owner, row.Id, default)).ShouldBeOfType<PipelineStoring.NotFound>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lists_are_filtered_and_paged(DatabaseProvider provider)
    {
        var scene = await NewAsync(provider);
        var template = await scene.Templates.AddAsync("Recap");
        foreach (var (name, tag) in new[] { ("One", "mail"), ("Two", "mail"), ("Three", "web") })
        {
            scene.Templates.Clock.Advance(TimeSpan.FromMinutes(1));
            await scene.Pipelines.CreateAsync(scene.Owner, Change(name, name == "Two" ? template : null, tag), default);
        }

        var first = await scene.List.ReadAsync(scene.Owner, new(), null, 2, default);
        var second = await scene.List.ReadAsync(scene.Owner, new(), first.Next, 2, default);

        first.Data.Concat(second.Data).Select(row => row.Name).ShouldBe(["Three", "Two", "One"]);
        second.Next.ShouldBeNull();
        (await NamesAsync(scene, new(Search: "THR"))).ShouldBe(["Three"]);
        (await NamesAsync(scene, new(Tag: "mail"))).ShouldBe(["Two", "One"]);
        (await NamesAsync(scene, new(TemplateId: template.Id))).ShouldBe(["Two"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Uses_of_a_template_follow_every_change_of_the_pipelines(DatabaseProvider provider)
    {
        var scene = await NewAsync(provider);
        var template = await scene.Templates.AddAsync("Recap");
        var row = Row(await scene.Pipelines.CreateAsync(scene.Owner, Change("Digest", template), default));
        await scene.Pipelines.CreateAsync("somebody-" + scene.Owner, Change("Theirs", template), default);

        var used = await scene.Uses.ReadAsync(scene.Owner, template.Id, default);
        await scene.Pipelines.ChangeAsync(scene.Owner, row.Id, 1, Change("Digest"), default);
        var unused = await scene.Uses.ReadAsync(scene.Owner, template.Id, default);

        used.ShouldHaveSingleItem().ShouldBe(new PipelineUseRow { PipelineId = row.Id, PipelineName = "Digest", StepName = "step", Version = 3 });
        unused.ShouldBeEmpty();
        (await scene.Uses.CountOfOthersAsync(scene.Owner, template.Id, default)).ShouldBe(1);
    }

    private async Task<Scene> NewAsync(DatabaseProvider provider) => new(await databases.OnAsync(provider));

    private static PipelineRow Row(PipelineStoring storing) => storing.ShouldBeOfType<PipelineStoring.Stored>().Pipeline;

    private static PipelineChange Change(string name, TemplateRow? template = null, params IReadOnlyList<string> tags) =>
        new(name, "", tags, template is null ? "{}" : $"{{\"uses\":\"{template.Id}\"}}", template is null ? [] : [new("step", template.Id, 3, null)]);

    private static async Task<IEnumerable<string>> NamesAsync(Scene scene, PipelineFilter filter) =>
        (await scene.List.ReadAsync(scene.Owner, filter, null, 50, default)).Data.Select(row => row.Name);

    private sealed class Scene(IServiceProvider node)
    {
        public TemplateScene Templates { get; } = new(node);

        public string Owner => Templates.Owner;

        public PipelineRepository Pipelines => new(node.GetRequiredService<IDatabase>(), Templates.Clock);

        public PipelineList List => new(node.GetRequiredService<IDatabase>());

        public PipelineUses Uses => new(node.GetRequiredService<IDatabase>());
    }
}
