using PromptLab.Data.Dashboard;
using PromptLab.Data.Databases;
using PromptLab.Data.Executions;
using PromptLab.Data.Tests.Databases;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using Xunit.Abstractions;

namespace PromptLab.Data.Tests.Executions;

/// <summary>Searches and sums at a size at which a missing index shows.</summary>
public sealed class ExecutionCrowdTests(DatabaseFixture databases, ITestOutputHelper output) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Words_and_sums_of_a_hundred_thousand_are_found_quickly(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var scene = new ExecutionScene(node);
        var template = await ExecutionCrowd.FillAsync(scene, node);
        var (list, usage) = (new ExecutionList(scene.Database), new UsageRepository(scene.Database));
        var since = scene.Clock.GetUtcNow().AddDays(-ExecutionCrowd.Days);

        foreach (var (name, filter, found) in Searches(template.Id, scene.Clock.GetUtcNow()))
        {
            (await list.ReadAsync(scene.Owner, filter, null, 50, default)).Data.Count.ShouldBe(found, name);
            await QuickAsync(name, () => list.ReadAsync(scene.Owner, filter, null, 50, default));
        }

        (await usage.DaysAsync(scene.Owner, since, scene.Clock.GetUtcNow().AddDays(1), TimeSpan.FromHours(1), default)).Sum(day => day.Executions).ShouldBe(ExecutionCrowd.Rows);
        (await usage.VersionsAsync(scene.Owner, since.AddHours(1), default)).Count.ShouldBe(90);
        await QuickAsync("days", () => usage.DaysAsync(scene.Owner, since, scene.Clock.GetUtcNow().AddDays(1), TimeSpan.FromHours(1), default));
        await QuickAsync("versions", () => usage.VersionsAsync(scene.Owner, since.AddHours(1), default));

        Task QuickAsync(string name, Func<Task> query) => Quickness.ShouldBeQuickAsync($"{provider} {name}", query, output);
    }

    private static IEnumerable<(string Name, ExecutionFilter Filter, int Found)> Searches(Guid template, DateTimeOffset now) =>
    [
        ("rare word", new(Search: "heron"), 10), ("less rare word", new(Search: "zebra"), 50), ("frequent word", new(Search: "summer"), 50),
        ("several frequent words", new(Search: "summer day sun"), 50), ("no such word", new(Search: "elephant"), 0),
        ("frequent and no such word", new(Search: "summer elephant"), 0), ("frequent word of a template", new(template, Search: "summer"), 50),
        ("rare word of a version", new(template, 1, Search: "zebra"), 0), ("frequent word of failed ones", new(Status: "failed", Search: "summer"), 50),
        ("frequent word of a model", new(Model: "model-2", Search: "sun"), 50), ("frequent word of no model", new(Model: "model-9", Search: "sun"), 0),
        ("frequent word of an early day", new(From: now.AddDays(-80), To: now.AddDays(-79), Search: "summer"), 50),
        ("rare word of an early day", new(From: now.AddDays(-80), To: now.AddDays(-79), Search: "elephant"), 0),
    ];

    [Theory, OnSqlite, OnPostgres]
    public async Task Their_plans_use_an_index(DatabaseProvider provider)
    {
        var scene = new ExecutionScene(await databases.OnAsync(provider));
        var values = new
        {
            scene.Owner,
            Words = "qxo0 summer",
            Times = "qxo0",
            TemplateId = Guid.Empty,
            None = Guid.Empty,
            EvaluationId = Guid.Empty,
            WithEvaluations = false,
            PipelineId = Guid.Empty,
            Version = 0,
            Status = "",
            Provider = "",
            Model = "",
            Tag = "",
            From = DateTimeOffset.UnixEpoch,
            To = DateTimeOffset.MaxValue,
            At = DateTimeOffset.MaxValue,
            Id = Guid.AllBitsSet,
            Take = 51,
            First = 1L,
            End = 2L,
            Offset = 4L,
            Day = 1L,
            Since = scene.Clock.GetUtcNow(),
            DayStart = scene.Clock.GetUtcNow().AddHours(1),
        };
        string[] sums = [UsageRepository.DaysSql, UsageRepository.VersionsSql, UsageRepository.CountsSql, UsageRepository.RecentRunsSql];

        foreach (var sql in ExecutionSearch.Words.Texts(provider).Concat(sums))
        {
            var plan = await scene.Database.PlanAsync(sql, values, withoutScans: true);
            output.WriteLine(plan);
            plan.ShouldNotContain("SCAN executions");
            plan.ShouldNotContain("SCAN execution_days");
            plan.ShouldNotContain("SCAN runs");
            plan.ShouldNotContain("Seq Scan");
        }
    }
}
