using PromptLab.Data.Databases;
using PromptLab.Data.Paging;
using PromptLab.Data.Runs;
using PromptLab.Data.Search;
using PromptLab.Data.Tests.Databases;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using Xunit.Abstractions;

namespace PromptLab.Data.Tests.Runs;

/// <summary>Lists at a size at which a missing index shows.</summary>
public sealed class RunCrowdTests(DatabaseFixture databases, ITestOutputHelper output) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_list_of_a_hundred_thousand_runs_is_quick_and_uses_an_index(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var scene = new RunScene(node);
        var crowd = await RunCrowd.FillAsync(scene, node);

        foreach (var (name, filter, found) in Alone(crowd, scene.Executions.Clock.GetUtcNow()).Concat(Together(crowd, scene.Executions.Clock.GetUtcNow())))
        {
            (await scene.List.ReadAsync(scene.Owner, filter, null, 50, default)).Data.Count.ShouldBe(found, name);
            await Quickness.ShouldBeQuickAsync($"{provider} {name}", () => scene.List.ReadAsync(scene.Owner, filter, null, 50, default), output);
        }

        foreach (var (name, filter, _) in Alone(crowd, scene.Executions.Clock.GetUtcNow()))
        {
            var plan = await scene.Database.PlanAsync(RunList.Sql(filter)!, Values(scene, filter));
            output.WriteLine($"{name}: {plan}");
            plan.ShouldNotContain("SCAN run");
            plan.ShouldNotContain("Seq Scan");
            plan.ShouldMatch("runs_by_|run_keys", name);
        }

        foreach (var filter in new RunFilter[] { new(Search: "heron"), new(Search: "elephant"), new(Status: "cancelled", TemplateId: crowd.Template.Id) })
        {
            var plans = await Task.WhenAll(RunSearch.Words.Texts(provider).Select(sql => scene.Database.PlanAsync(sql, Values(scene, filter))));
            output.WriteLine(string.Join("\n\n", plans));
            plans.ShouldAllBe(plan => !plan.Contains("SCAN runs") && !plan.Contains("SCAN run_numbers") && !plan.Contains("Seq Scan"));
            plans[^1].ShouldMatch("run_words VIRTUAL TABLE INDEX|Bitmap Index Scan on runs_by_word");
        }
    }

    private static IEnumerable<(string Name, RunFilter Filter, int Found)> Alone(RunCrowd crowd, DateTimeOffset now) =>
    [
        ("all", new(), 50), ("pipeline", new(crowd.Pipeline.Id), 50), ("rare pipeline", new(crowd.RarePipeline.Id), 50), ("no such pipeline", new(Guid.Empty), 0),
        ("template", new(TemplateId: crowd.Template.Id), 50), ("rare template", new(TemplateId: crowd.RareTemplate.Id), 50),
        ("template of early runs", new(TemplateId: crowd.FirstTemplate.Id), 50), ("no such template", new(TemplateId: Guid.Empty), 0),
        ("status", new(Status: "completed"), 50), ("rare status", new(Status: "cancelled"), 10), ("no such status", new(Status: "running"), 0),
        ("provider", new(Provider: "offline"), 50), ("rare provider", new(Provider: "cloud"), 50), ("no such provider", new(Provider: "none"), 0),
        ("model", new(Model: "even"), 50), ("rare model", new(Model: "rare"), 50), ("model of early runs", new(Model: "first"), 50), ("no such model", new(Model: "none"), 0),
        ("tag", new(Tag: "crowd"), 50), ("rare tag", new(Tag: "rare"), 50), ("no such tag", new(Tag: "none"), 0),
        ("early day", new(From: now.AddDays(-80), To: now.AddDays(-79)), 50), ("day before all", new(From: now.AddDays(-99), To: now.AddDays(-98)), 0),
        ("tag of an early day", new(Tag: "crowd", From: now.AddDays(-80), To: now.AddDays(-79)), 50),
        ("pipeline and rare status", new(crowd.Pipeline.Id, Status: "cancelled"), 10), ("pipeline and no such status", new(crowd.Pipeline.Id, Status: "running"), 0),
    ];

    private static IEnumerable<(string Name, RunFilter Filter, int Found)> Together(RunCrowd crowd, DateTimeOffset now) =>
    [
        ("rare word", new(Search: "heron"), 10), ("less rare word", new(Search: "zebra"), 50), ("frequent word", new(Search: "summer"), 50),
        ("several frequent words", new(Search: "summer day sun"), 50), ("no such word", new(Search: "elephant"), 0),
        ("frequent and no such word", new(Search: "summer elephant"), 0),
        ("frequent word of the last hour", new(From: now.AddHours(-1), Search: "summer"), 47), ("frequent word of an early day", new(From: now.AddDays(-80), To: now.AddDays(-79), Search: "summer"), 50),
        ("rare word of an early day", new(From: now.AddDays(-80), To: now.AddDays(-79), Search: "elephant"), 0),
        ("frequent word of a rare template", new(TemplateId: crowd.RareTemplate.Id, Search: "summer"), 50), ("rare word of a rare pipeline", new(crowd.RarePipeline.Id, Search: "heron"), 0),
        ("frequent word of no model", new(Model: "none", Search: "sun"), 0), ("frequent word of failed ones", new(Status: "failed", Search: "summer"), 50),
        ("template and rare status", new(TemplateId: crowd.Template.Id, Status: "cancelled"), 10), ("rare template and no such status", new(TemplateId: crowd.RareTemplate.Id, Status: "running"), 0),
        ("provider and model", new(Provider: "offline", Model: "odd"), 50), ("provider and rare model", new(Provider: "offline", Model: "rare"), 50),
        ("models that exclude each other", new(Provider: "cloud", Model: "first"), 0), ("tag and rare template", new(TemplateId: crowd.RareTemplate.Id, Tag: "crowd"), 50),
        ("template of early runs and status", new(TemplateId: crowd.FirstTemplate.Id, Status: "completed"), 50), ("frequent word of a model of early runs", new(Model: "first", Search: "sun"), 50),
        ("template and models that exclude each other", new(TemplateId: crowd.Template.Id, Provider: "cloud", Model: "first"), 0), ("pipeline and frequent word", new(crowd.Pipeline.Id, Search: "day"), 50),
        ("provider and model of an early day", new(Provider: "offline", Model: "odd", From: now.AddDays(-80), To: now.AddDays(-79)), 50),
        ("everything", new(crowd.RarePipeline.Id, crowd.RareTemplate.Id, "completed", "cloud", "rare", "rare", now.AddDays(-89), now, "zebra summer"), 50),
    ];

    private static object Values(RunScene scene, RunFilter filter) => new
    {
        scene.Owner,
        PipelineId = filter.PipelineId ?? Guid.Empty,
        Status = filter.Status ?? "",
        None = Guid.Empty,
        Key = RunKeys.Of(filter).FirstOrDefault(""),
        Keys = string.Join(' ', RunKeys.Of(filter)),
        Times = SearchKey.Owner(scene.Owner),
        Words = RunKeys.Words(scene.Owner, filter, SearchWords.Of(filter.Search)),
        From = filter.From ?? DateTimeOffset.UnixEpoch,
        To = filter.To ?? DateTimeOffset.MaxValue,
        InstantCursor.First.At,
        InstantCursor.First.Id,
        Take = 51,
    };
}
