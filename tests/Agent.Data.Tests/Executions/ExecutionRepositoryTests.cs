using PromptLab.Data.Databases;
using PromptLab.Data.Executions;
using PromptLab.Data.Tests.Templates;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Executions;

public sealed class ExecutionRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_execution_is_there_from_its_start(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var template = await scene.Templates.AddAsync("Recap");

        var row = await scene.FindAsync(await scene.StartAsync(template));

        (row.Status, row.TemplateId, row.TemplateName, row.Prompt, row.Variables).ShouldBe(("running", template.Id, "Recap", "Hi b", """{"a":"b"}"""));
        row.CreatedAt.ShouldBe(scene.Clock.GetUtcNow());
        row.Output.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Its_end_leaves_what_it_took_and_its_events(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var id = await scene.StartAsync(await scene.Templates.AddAsync("Recap"));
        await scene.Executions.AppendEventsAsync(id, scene.Owner, [new(1, "{1}"), new(2, "{2}")], default);

        await scene.Executions.CompleteAsync(
            new(id, scene.Owner, ExecutionStatus.Completed, "other", "model-2", "Done.")
            {
                Events = [new(3, "{3}")],
                FallbackReason = "unavailable",
                Retries = 2,
                InputTokens = 12,
                OutputTokens = 34,
                Cost = 0.0123m,
                FirstTokenMs = 5,
                DurationMs = 50,
            },
            default);

        var row = await scene.FindAsync(id);
        (row.Status, row.RequestedProvider, row.Provider, row.Model, row.FallbackReason, row.Retries).ShouldBe(("completed", "offline", "other", "model-2", "unavailable", 2));
        (row.InputTokens, row.OutputTokens, row.Cost, row.FirstTokenMs, row.DurationMs, row.Output).ShouldBe((12, 34, 0.0123m, 5, 50, "Done."));
        (await scene.Executions.ReadEventsAsync(id, 1, default)).Select(stored => stored.Json).ShouldBe(["{2}", "{3}"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_has_ended_is_not_ended_again(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var id = await scene.RunAsync(await scene.Templates.AddAsync("Recap"));

        var again = await scene.Executions.CompleteAsync(new(id, scene.Owner, ExecutionStatus.Failed, "offline", "offline", ""), default);
        var appended = await scene.Executions.AppendEventsAsync(id, scene.Owner, [new(9, "{}")], default);

        (again, appended).ShouldBe((false, false));
        (await scene.FindAsync(id)).Status.ShouldBe(ExecutionStatus.Completed);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stop_is_heard_with_the_next_renewal(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var id = await scene.StartAsync(await scene.Templates.AddAsync("Recap"));

        var before = await scene.Executions.RenewLeaseAsync(id, TimeSpan.FromSeconds(30), default);
        var requested = await scene.Executions.RequestCancelAsync(scene.Owner, id, default);
        var after = await scene.Executions.RenewLeaseAsync(id, TimeSpan.FromSeconds(30), default);

        (before, requested, after).ShouldBe((false, true, true));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_else_finds_or_stops_it(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var id = await scene.StartAsync(await scene.Templates.AddAsync("Recap"));

        (await scene.Executions.FindAsync("somebody else", id, default)).ShouldBeNull();
        (await scene.Executions.RequestCancelAsync("somebody else", id, default)).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_last_life_of_a_process_left_running_is_interrupted(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var template = await scene.Templates.AddAsync("Recap");
        var node = $"node-{Guid.NewGuid():N}";
        var left = await scene.StartAsync(template, executionNode: node);
        var others = await scene.StartAsync(template, executionNode: "another");
        await scene.Executions.AppendEventsAsync(left, scene.Owner, [new(7, "{7}")], default);

        var count = await scene.Executions.InterruptAbandonedAsync(node, "It stopped.", "{last}", default);

        count.ShouldBe(1);
        var row = await scene.FindAsync(left);
        (row.Status, row.ErrorCode, row.ErrorText).ShouldBe(("interrupted", "interrupted", "It stopped."));
        (await scene.Executions.ReadEventsAsync(left, 7, default)).Single().Json.ShouldBe("{last}");
        (await scene.FindAsync(others)).Status.ShouldBe(ExecutionStatus.Running);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_nobody_renews_is_interrupted(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var template = await scene.Templates.AddAsync("Recap");
        var dead = await scene.StartAsync(template);
        var alive = await scene.StartAsync(template);

        await scene.Executions.InterruptAbandonedAsync(null, "It stopped.", "{}", default);

        (await scene.FindAsync(dead)).Status.ShouldBe(ExecutionStatus.Interrupted);
        (await scene.FindAsync(alive)).Status.ShouldBe(ExecutionStatus.Running);
        (await scene.Executions.RenewLeaseAsync(dead, TimeSpan.FromSeconds(30), default)).ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_filter_leaves_what_it_names(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var (one, two) = (await scene.Templates.AddAsync("one", tags: "mail"), await scene.Templates.AddAsync("two"));
        var a = await scene.RunAsync(one);
        var b = await scene.RunAsync(one, version: 2);
        var c = await scene.RunAsync(two, "cloud", "big", status: ExecutionStatus.Failed);
        var d = await scene.RunAsync(two, "cloud", "small");
        var at = (await scene.FindAsync(c)).CreatedAt;

        (await scene.IdsAsync(new())).ShouldBe([d, c, b, a]);
        (await scene.IdsAsync(new(TemplateId: one.Id))).ShouldBe([b, a]);
        (await scene.IdsAsync(new(TemplateId: one.Id, Version: 2))).ShouldBe([b]);
        (await scene.IdsAsync(new(Status: "failed"))).ShouldBe([c]);
        (await scene.IdsAsync(new(Provider: "cloud"))).ShouldBe([d, c]);
        (await scene.IdsAsync(new(Model: "small"))).ShouldBe([d]);
        (await scene.IdsAsync(new(Provider: "cloud", Status: "completed"))).ShouldBe([d]);
        (await scene.IdsAsync(new(Tag: "mail"))).ShouldBe([b, a]);
        (await scene.IdsAsync(new(From: at))).ShouldBe([d, c]);
        (await scene.IdsAsync(new(To: at))).ShouldBe([b, a]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Its_tags_are_those_that_the_template_had_when_it_ran(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var template = await scene.Templates.AddAsync("one", tags: "before");
        var first = await scene.RunAsync(template);
        await scene.Templates.ChangeAsync(template, TemplateScene.Change("one", null, "", "after"));
        var second = await scene.RunAsync(template);

        (await scene.IdsAsync(new(Tag: "before"))).ShouldBe([first]);
        (await scene.IdsAsync(new(template.Id, Tag: "after"))).ShouldBe([second]);
        (await scene.IdsAsync(new(Tag: "after", Status: "failed"))).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_follow_one_another_without_gap_or_overlap(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var template = await scene.Templates.AddAsync("one");
        var ids = new List<Guid>();
        foreach (var _ in Enumerable.Range(0, 5))
            ids.Insert(0, await scene.RunAsync(template));
        var list = new ExecutionList(scene.Database);

        var first = await list.ReadAsync(scene.Owner, new(TemplateId: template.Id), null, 3, default);
        var second = await list.ReadAsync(scene.Owner, new(TemplateId: template.Id), first.Next, 3, default);

        first.Data.Concat(second.Data).Select(row => row.Id).ShouldBe(ids);
        second.Next.ShouldBeNull();
    }
}
