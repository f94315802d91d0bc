using PromptLab.Data.Dashboard;
using PromptLab.Data.Databases;
using PromptLab.Data.Executions;
using PromptLab.Data.Tests.Executions;
using PromptLab.Data.Tests.Migrations;
using PromptLab.Data.Tests.Templates;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Dashboard;

public sealed class UsageRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_has_ended_is_counted_on_the_day_of_its_start_where_the_clock_is(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var template = await scene.Templates.AddAsync("one");
        var midnight = new DateTimeOffset(scene.Clock.GetUtcNow().UtcDateTime.Date.AddDays(3), TimeSpan.Zero);
        await scene.EndAsync(template, cost: 0.5m, pause: midnight.AddHours(-2) - scene.Clock.GetUtcNow());
        await scene.EndAsync(template, ExecutionStatus.Failed, pause: TimeSpan.Zero);
        await scene.EndAsync(template, cost: 0.25m, pause: TimeSpan.FromHours(1.5));
        await scene.EndAsync(template, pause: TimeSpan.FromHours(1));
        await scene.StartAsync(template);

        var there = await DaysAsync(TimeSpan.Zero);
        var east = await DaysAsync(TimeSpan.FromMinutes(90));

        there.ShouldBe([(midnight.AddDays(-1).Day, 3, 1, 30, 60, 0.75m), (midnight.Day, 1, 0, 10, 20, null)]);
        east.ShouldBe([(midnight.AddDays(-1).Day, 2, 1, 20, 40, 0.5m), (midnight.Day, 2, 0, 20, 40, 0.25m)]);

        async Task<IEnumerable<(int, long, long, long, long, decimal?)>> DaysAsync(TimeSpan offset) =>
            (await new UsageRepository(scene.Database).DaysAsync(scene.Owner, midnight.AddDays(-1), midnight.AddDays(1), offset, default))
            .Select(day => (day.Date.Day, day.Executions, day.Failed, day.InputTokens, day.OutputTokens, day.Cost));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Versions_are_summed_from_the_very_instant(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var template = await scene.Templates.AddAsync("one");
        await scene.EndAsync(template, version: 1);
        var since = scene.Clock.GetUtcNow().AddMinutes(1);
        await scene.EndAsync(template, version: 1, cost: null);
        await scene.EndAsync(template, version: 2, cost: 0.5m, pause: TimeSpan.FromDays(1));
        await scene.EndAsync(template, ExecutionStatus.Failed, version: 2, cost: 0.25m, pause: TimeSpan.FromDays(1));

        var versions = await new UsageRepository(scene.Database).VersionsAsync(scene.Owner, since, default);

        versions.OrderBy(row => row.Version).Select(row => (row.TemplateName, row.Version, row.Executions, row.Failed, row.Cost, row.DurationMs))
            .ShouldBe([("one", 1, 1, 0, null, 100), ("one", 2, 2, 1, 0.75m, 200)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_interrupted_counts_as_ended_once(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var node = $"node-{Guid.NewGuid():N}";
        await scene.StartAsync(await scene.Templates.AddAsync("one"), executionNode: node);

        await scene.Executions.InterruptAbandonedAsync(node, "It stopped.", "{}", default);
        await scene.Executions.InterruptAbandonedAsync(node, "It stopped.", "{}", default);

        (await new UsageRepository(scene.Database).DaysAsync(scene.Owner, scene.Clock.GetUtcNow().AddDays(-1), scene.Clock.GetUtcNow().AddDays(1), TimeSpan.Zero, default))
            .Single().ShouldSatisfyAllConditions(day => day.Executions.ShouldBe(1), day => day.Failed.ShouldBe(0));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_elses_are_counted(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        await scene.EndAsync(await scene.Templates.AddAsync("one"));
        var usage = new UsageRepository(scene.Database);

        (await usage.DaysAsync("somebody else", DateTimeOffset.UnixEpoch, scene.Clock.GetUtcNow(), TimeSpan.Zero, default)).ShouldBeEmpty();
        (await usage.VersionsAsync("somebody else", DateTimeOffset.UnixEpoch, default)).ShouldBeEmpty();
        (await usage.CountAsync("somebody else", DateTimeOffset.UnixEpoch, default)).ShouldBe(new());
        (await usage.CountAsync(scene.Owner, DateTimeOffset.UnixEpoch, default)).ShouldBe(new() { Templates = 1 });
        (await usage.RecentRunsAsync(scene.Owner, 5, default)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_ended_before_there_were_sums_is_in_them(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync();
        var scene = new ExecutionScene(node);
        var template = await scene.Templates.AddAsync("one");
        await scene.EndAsync(template, cost: 0.5m);
        await scene.EndAsync(template, ExecutionStatus.Failed, cost: null);
        await scene.StartAsync(template);

        await SearchUndoing.UndoAsync(scene.Database);
        await SearchUndoing.RedoAsync(node);
        await scene.EndAsync(template, cost: 0.25m);

        var usage = new UsageRepository(scene.Database);
        (await usage.DaysAsync(scene.Owner, DateTimeOffset.UnixEpoch, scene.Clock.GetUtcNow().AddDays(1), TimeSpan.Zero, default)).Sum(day => day.Executions).ShouldBe(3);
        var version = (await usage.VersionsAsync(scene.Owner, DateTimeOffset.UnixEpoch, default)).Single();
        (version.Executions, version.Failed, version.InputTokens, version.OutputTokens, version.Cost, version.DurationMs).ShouldBe((3, 1, 30, 60, 0.75m, 300));
    }
}
