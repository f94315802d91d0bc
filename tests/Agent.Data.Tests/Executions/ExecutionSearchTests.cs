using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Executions;
using PromptLab.Data.Tests.Migrations;
using PromptLab.Data.Tests.Paging;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Executions;

public sealed class ExecutionSearchTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Words_are_found_in_prompt_values_and_output_in_any_order_and_case(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var template = await scene.Templates.AddAsync("one");
        var a = await scene.RunAsync(template, prompt: "Describe the Blue/green harbour", output: "A ship.");
        var b = await scene.RunAsync(template, prompt: "Describe the harbour", output: "Blauwe déjà-vu, 3.5% meer; mail bob@example.com");

        (await scene.IdsAsync(new(Search: "harbour"))).ShouldBe([b, a]);
        (await scene.IdsAsync(new(Search: "SHIP blue"))).ShouldBe([a]);
        (await scene.IdsAsync(new(Search: "green"))).ShouldBe([a]);
        (await scene.IdsAsync(new(Search: "Déjà example"))).ShouldBe([b]);
        (await scene.IdsAsync(new(Search: "harbour train"))).ShouldBeEmpty();
        (await scene.IdsAsync(new(Search: "harb"))).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_running_is_found_by_its_prompt_and_later_by_its_output(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var id = await scene.StartAsync(await scene.Templates.AddAsync("one"), prompt: "Describe the otter");

        var before = (await scene.IdsAsync(new(Search: "otter", Status: "running")), await scene.IdsAsync(new(Search: "river")));
        await scene.Executions.CompleteAsync(new(id, scene.Owner, ExecutionStatus.Completed, "cloud", "big", "In the river."), default);
        var after = (await scene.IdsAsync(new(Search: "otter", Status: "running")), await scene.IdsAsync(new(Search: "river otter", Status: "completed", Model: "big")));

        (before.Item1, before.Item2.Count, after.Item1.Count, after.Item2).ShouldSatisfyAllConditions(
            found => found.Item1.ShouldBe([id]), found => found.Item2.ShouldBe(0), found => found.Item3.ShouldBe(0), found => found.Item4.ShouldBe([id]));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_search_keeps_to_the_other_filters_and_to_the_owner(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var (one, two) = (await scene.Templates.AddAsync("one", tags: "mail"), await scene.Templates.AddAsync("two"));
        var a = await scene.RunAsync(one, prompt: "fox");
        var b = await scene.RunAsync(one, version: 2, prompt: "fox");
        var c = await scene.RunAsync(two, "cloud", "big", status: ExecutionStatus.Failed, prompt: "fox");
        var other = new ExecutionScene(await databases.OnAsync(provider));
        await other.RunAsync(await other.Templates.AddAsync("one"), prompt: "fox");
        var at = (await scene.FindAsync(b)).CreatedAt;

        (await scene.IdsAsync(new(Search: "fox"))).ShouldBe([c, b, a]);
        (await scene.IdsAsync(new(one.Id, Search: "fox"))).ShouldBe([b, a]);
        (await scene.IdsAsync(new(one.Id, 2, Search: "fox"))).ShouldBe([b]);
        (await scene.IdsAsync(new(Status: "failed", Search: "fox"))).ShouldBe([c]);
        (await scene.IdsAsync(new(Provider: "cloud", Model: "big", Search: "fox"))).ShouldBe([c]);
        (await scene.IdsAsync(new(Tag: "mail", Search: "fox"))).ShouldBe([b, a]);
        (await scene.IdsAsync(new(From: at, Search: "fox"))).ShouldBe([c, b]);
        (await scene.IdsAsync(new(To: at, Search: "fox"))).ShouldBe([a]);
        (await scene.IdsAsync(new(one.Id, 3, Search: "fox"))).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_of_one_moment_follow_one_another(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var template = await scene.Templates.AddAsync("one");
        var started = new List<Guid>();
        foreach (var step in new[] { 0, 0, 0, 1, 1 })
            started.Add(await scene.RunAsync(template, prompt: "heron", pause: TimeSpan.FromMicroseconds(step)));
        var list = new ExecutionList(scene.Database);

        var ids = (await EveryPage.ReadAsync(cursor => list.ReadAsync(scene.Owner, new(Search: "heron"), cursor, 2, default))).Select(row => row.Id).ToList();

        ids.ShouldBe(started, ignoreOrder: true);
        ids[0].ShouldBe(started[4]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Odd_input_finds_what_its_words_say_and_never_fails(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var id = await scene.RunAsync(await scene.Templates.AddAsync("one"), prompt: "Say \"not near\" OR badger* (twice) and c:\\fields – naïve 日本語 🦡");
        string[] found =
        [
            "\"badger\"", "\"badger", "badger*", "(badger", "NOT badger", "badger OR near", "near:badger or", "badger AND twice", "-badger", "c:\\fields", "badger\0twice",
            "🦡 badger", "'; DROP TABLE executions; -- badger"[^6..], "naïve", "日本語", "badger " + new string('!', 5000),
        ];
        string[] nothing = ["!!!", "🦡", "\"", "\0", "\ud83e", new string('x', 5000), string.Join(' ', Enumerable.Range(0, 3000)), "NEAR(badger otter)"];

        foreach (var search in found)
            (await scene.IdsAsync(new(Search: search))).ShouldBe([id], search);
        foreach (var search in nothing)
            (await scene.IdsAsync(new(Search: search))).ShouldBeEmpty(search);
        (await scene.IdsAsync(new(Search: "  "))).ShouldBe([id]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Texts_of_any_length_and_kind_are_stored(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var template = await scene.Templates.AddAsync("one");
        var many = string.Join(' ', Enumerable.Range(0, 100_000).Select(number => $"word{number}"));

        var ids = new[]
        {
            await scene.RunAsync(template, prompt: "first " + many, output: string.Join(' ', Enumerable.Range(0, 100_000).Select(number => $"更{number}字"))),
            await scene.RunAsync(template, prompt: "first " + new string('y', 300_000), output: new string('字', 300_000)),
        };

        (await scene.IdsAsync(new(Search: "first"))).ShouldBe(ids.Reverse());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_there_before_the_index_is_in_it(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync();
        var scene = new ExecutionScene(node);
        var template = await scene.Templates.AddAsync("one", tags: "mail");
        var ids = new List<Guid>();
        foreach (var step in new[] { 0, 0, 1 })
            ids.Add(await scene.RunAsync(template, prompt: "a pelican", pause: TimeSpan.FromMicroseconds(step)));

        await SearchUndoing.UndoAsync(scene.Database);
        await SearchUndoing.RedoAsync(node);
        ids.Add(await scene.RunAsync(template, prompt: "another pelican", pause: TimeSpan.Zero));

        (await scene.IdsAsync(new(Search: "pelican"))).ShouldBe(ids, ignoreOrder: true);
        (await scene.IdsAsync(new(template.Id, Tag: "mail"))).ShouldBe(ids, ignoreOrder: true);
        (await scene.IdsAsync(new(Search: "another"))).ShouldBe([ids[^1]]);
    }
}
