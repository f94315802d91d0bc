using PromptLab.Data.Databases;
using PromptLab.Data.Executions;
using PromptLab.Data.Runs;
using PromptLab.Data.Tests.Migrations;
using PromptLab.Data.Tests.Paging;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Runs;

public sealed class RunSearchTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Words_are_found_in_name_inputs_and_output_in_any_order_and_case(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var a = await scene.StartAsync(await scene.PipelineAsync("Blue/green harbour"), """{"text":"first line\nsecond \\next\tthird","word":"ship"}""");
        var b = await scene.StartAsync(await scene.PipelineAsync("Harbour"), """{"text":"déjà-vu"}""");
        await scene.CompleteAsync(b, ExecutionStatus.Completed, output: "Blauwe 3.5% meer; mail bob@example.com");

        (await scene.IdsAsync(new(Search: "harbour"))).ShouldBe([b, a]);
        (await scene.IdsAsync(new(Search: "SHIP blue"))).ShouldBe([a]);
        (await scene.IdsAsync(new(Search: "second third next"))).ShouldBe([a]);
        (await scene.IdsAsync(new(Search: "Déjà example"))).ShouldBe([b]);
        (await scene.IdsAsync(new(Search: "harbour train"))).ShouldBeEmpty();
        (await scene.IdsAsync(new(Search: "harb"))).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_running_is_found_and_later_by_what_came_of_it(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var pipeline = await scene.PipelineAsync();
        var id = await scene.StartAsync(pipeline, """{"text":"otter"}""");

        var running = await scene.IdsAsync(new(Status: "running", Search: "otter"));
        await scene.CompleteAsync(id, ExecutionStatus.Failed, output: "In the river.");
        var failed = await scene.IdsAsync(new(Status: "failed", Search: "river otter"));
        await scene.Runs.ResumeAsync(scene.Attempt(id, pipeline, 2), default);

        (running, failed).ShouldSatisfyAllConditions(found => found.running.ShouldBe([id]), found => found.failed.ShouldBe([id]));
        (await scene.IdsAsync(new(Search: "river"))).ShouldBeEmpty();
        (await scene.IdsAsync(new(Status: "running", Search: "otter"))).ShouldBe([id]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Filters_are_combined_with_each_other_and_with_words(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var (mail, web) = (await scene.PipelineAsync("Mail", "mail", "all"), await scene.PipelineAsync("Web", "all"));
        var (one, two) = (await scene.Executions.Templates.AddAsync("one"), await scene.Executions.Templates.AddAsync("two"));
        var a = await scene.StartAsync(mail, """{"text":"fox"}""", one);
        var b = await scene.StartAsync(mail, """{"text":"fox"}""", two);
        var c = await scene.StartAsync(web, """{"text":"fox"}""", one);
        await scene.AnswerAsync(c, "cloud", "big");
        await scene.CompleteAsync(c, ExecutionStatus.Failed);
        var other = new RunScene(await databases.OnAsync(provider));
        await other.StartAsync(await other.PipelineAsync(), """{"text":"fox"}""");
        var at = (await scene.FindAsync(b)).CreatedAt;

        (await scene.IdsAsync(new(Search: "fox"))).ShouldBe([c, b, a]);
        (await scene.IdsAsync(new(mail.Id, Search: "fox"))).ShouldBe([b, a]);
        (await scene.IdsAsync(new(TemplateId: one.Id, Search: "fox"))).ShouldBe([c, a]);
        (await scene.IdsAsync(new(Tag: "mail", Search: "fox"))).ShouldBe([b, a]);
        (await scene.IdsAsync(new(Provider: "cloud", Model: "big"))).ShouldBe([c]);
        (await scene.IdsAsync(new(TemplateId: one.Id, Tag: "mail"))).ShouldBe([a]);
        (await scene.IdsAsync(new(TemplateId: one.Id, Status: "running", Tag: "all"))).ShouldBe([a]);
        (await scene.IdsAsync(new(web.Id, Status: "failed"))).ShouldBe([c]);
        (await scene.IdsAsync(new(TemplateId: one.Id, From: at))).ShouldBe([c]);
        (await scene.IdsAsync(new(Tag: "all", To: at, Search: "fox"))).ShouldBe([a]);
        (await scene.IdsAsync(new(TemplateId: two.Id, Model: "big"))).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_version_is_told_apart_from_the_others_of_its_template(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var pipeline = await scene.PipelineAsync(tags: "mail");
        var (one, two) = (await scene.Executions.Templates.AddAsync("one"), await scene.Executions.Templates.AddAsync("two"));
        var first = await scene.StartAsync(pipeline, """{"text":"fox"}""", one);
        var second = await scene.StartAsync(pipeline, """{"text":"fox"}""", one with { Version = 12 });
        await scene.StartAsync(pipeline, """{"text":"fox"}""", two);

        (await scene.IdsAsync(new(TemplateId: one.Id))).ShouldBe([second, first]);
        (await scene.IdsAsync(new(TemplateId: one.Id, Version: 1))).ShouldBe([first]);
        (await scene.IdsAsync(new(TemplateId: one.Id, Version: 12, Tag: "mail", Search: "fox"))).ShouldBe([second]);
        (await scene.IdsAsync(new(TemplateId: one.Id, Version: 2))).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_step_is_found_by_who_answered_it_in_the_end(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var pipeline = await scene.PipelineAsync(tags: "mail");
        var id = await scene.StartAsync(pipeline);
        await scene.AnswerAsync(id, "cloud", "big");

        await scene.AnswerAsync(id, "offline", "small");
        await scene.CompleteAsync(id, ExecutionStatus.Failed);
        await scene.Runs.ResumeAsync(scene.Attempt(id, pipeline, 2, template: await scene.Executions.Templates.AddAsync("late")), default);

        (await scene.IdsAsync(new(Model: "big"))).ShouldBeEmpty();
        (await scene.IdsAsync(new(Provider: "cloud", Status: "running"))).ShouldBeEmpty();
        (await scene.IdsAsync(new(Model: "small"))).ShouldBe([id]);
        (await scene.IdsAsync(new(Provider: "offline", Tag: "mail", Status: "running"))).ShouldBe([id]);
        (await scene.IdsAsync(new(TemplateId: (await scene.Reader.StepsAsync(id, 2, default))[0].TemplateId, Model: "small"))).ShouldBe([id]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_of_one_moment_follow_one_another(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var pipeline = await scene.PipelineAsync(tags: "mail");
        var started = new List<Guid>();
        foreach (var step in new[] { 0, 0, 0, 1, 1 })
            started.Add(await scene.StartAsync(pipeline, """{"text":"heron"}""", pause: TimeSpan.FromMicroseconds(step)));

        foreach (var filter in new RunFilter[] { new(Search: "heron"), new(Tag: "mail"), new(pipeline.Id, Tag: "mail") })
        {
            var ids = (await EveryPage.ReadAsync(cursor => scene.List.ReadAsync(scene.Owner, filter, cursor, 2, default))).Select(run => run.Id).ToList();

            ids.ShouldBe(started, ignoreOrder: true);
            ids[0].ShouldBe(started[4]);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Odd_input_finds_what_its_words_say_and_never_fails(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var id = await scene.StartAsync(await scene.PipelineAsync(), """{"text":"Say \"not near\" OR badger* (twice) – naïve 日本語 🦡"}""");
        string[] found = ["\"badger", "badger*", "(badger", "NOT badger", "near:badger or", "-badger", "badger\0twice", "🦡 badger", "naïve", "日本語", "badger " + new string('!', 5000)];
        string[] nothing = ["!!!", "🦡", "\"", "\0", "\ud83e", new string('x', 5000), string.Join(' ', Enumerable.Range(0, 3000)), "NEAR(badger otter)"];

        foreach (var search in found)
            (await scene.IdsAsync(new(Search: search))).ShouldBe([id], search);
        foreach (var search in nothing)
            (await scene.IdsAsync(new(Search: search))).ShouldBeEmpty(search);
        foreach (var odd in nothing)
            (await scene.IdsAsync(new(Provider: odd, Model: odd, Tag: odd))).ShouldBeEmpty(odd);
        (await scene.IdsAsync(new(Search: "  ", Provider: "", Tag: ""))).ShouldBe([id]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_there_before_the_indexes_is_in_them(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync();
        var scene = new RunScene(node);
        var (pipeline, template) = (await scene.PipelineAsync(tags: "mail"), await scene.Executions.Templates.AddAsync("one"));
        var ids = new List<Guid>();
        foreach (var step in new[] { 0, 0, 1 })
            ids.Add(await scene.StartAsync(pipeline, """{"text":"a pelican"}""", template, pause: TimeSpan.FromMicroseconds(step)));
        await scene.AnswerAsync(ids[0], "Cloud", "bíg");

        await SearchUndoing.UndoAsync(scene.Database);
        await SearchUndoing.RedoAsync(node);
        ids.Add(await scene.StartAsync(pipeline, """{"text":"another pelican"}""", template, pause: TimeSpan.Zero));
        await scene.CompleteAsync(ids[0], ExecutionStatus.Completed, output: "flew");

        (await scene.IdsAsync(new(Search: "pelican"))).ShouldBe(ids, ignoreOrder: true);
        (await scene.IdsAsync(new(Tag: "mail"))).ShouldBe(ids, ignoreOrder: true);
        (await scene.IdsAsync(new(TemplateId: template.Id, Tag: "mail"))).ShouldBe(ids, ignoreOrder: true);
        (await scene.IdsAsync(new(TemplateId: template.Id, Version: template.Version))).ShouldBe(ids, ignoreOrder: true);
        (await scene.IdsAsync(new(Search: "another"))).ShouldBe([ids[^1]]);
        (await scene.IdsAsync(new(Provider: "Cloud"))).ShouldBe([ids[0]]);
        (await scene.IdsAsync(new(Model: "bíg", Status: "completed", Search: "flew"))).ShouldBe([ids[0]]);
    }
}
