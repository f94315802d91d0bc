using PromptLab.Data.Dashboard;
using PromptLab.Data.Databases;
using PromptLab.Data.Evaluations;
using PromptLab.Data.Executions;
using PromptLab.Data.Paging;
using PromptLab.Data.Sharing;
using PromptLab.Data.Tests.Databases;
using PromptLab.Data.Tests.Datasets;
using PromptLab.Data.Turns;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using static PromptLab.Data.Tests.Evaluations.EvaluationScene;

namespace PromptLab.Data.Tests.Evaluations;

public sealed class EvaluationRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_evaluated_is_kept_as_it_was(DatabaseProvider provider)
    {
        var scene = new EvaluationScene(await databases.OnAsync(provider));
        var dataset = await scene.Datasets.AddAsync("Cities", rows: 3);
        var evaluation = await scene.StartAsync(dataset, await scene.Templates.AddAsync("Recap"));
        var row = (await scene.Datasets.Cases.ReadAsync(dataset.Id, 0, 1, default)).Single();

        await scene.Datasets.Cases.ChangeAsync(scene.Owner, dataset.Id, row.Id, new("{}", null, ""), default);
        await scene.Datasets.Cases.AddAsync(scene.Owner, dataset.Id, DatasetScene.Texts(2), replaces: true, 100, default);

        var pending = await scene.Results.PendingAsync(evaluation.Id, 0, 10, default);
        pending.Select(one => one.Expected).ShouldBe(["\"1\"", "\"2\"", "\"3\""]);
        pending[0].RowId.ShouldBe(row.Id);
        (evaluation.Status, evaluation.Total, evaluation.Done, evaluation.DatasetRevision, evaluation.Attempt).ShouldBe(("running", 3, 0, dataset.Revision, 1));
        (await scene.Results.PendingAsync(evaluation.Id, 2, 10, default)).Select(one => one.Ordinal).ShouldBe([3]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_dataset_that_is_not_there_or_has_no_rows_is_not_evaluated(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var (scene, other) = (new EvaluationScene(node), new EvaluationScene(node));
        var template = await scene.Templates.AddAsync("Recap");
        var (empty, secret) = (await scene.Datasets.AddAsync("Empty"), await other.Datasets.AddAsync("Secret", rows: 1));
        var shared = await other.Datasets.AddAsync("Shared", rows: 1, sharing: SharingScope.Team);

        (await scene.Evaluations.StartAsync(scene.New(empty, template), default)).ShouldBeNull();
        (await scene.Evaluations.StartAsync(scene.New(secret, template), default)).ShouldBeNull();
        (await scene.Evaluations.StartAsync(scene.New(shared, template), default))!.Owner.ShouldBe(scene.Owner);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_dataset_whose_evaluators_were_just_removed_is_not_evaluated(DatabaseProvider provider)
    {
        var scene = new EvaluationScene(await databases.OnAsync(provider));
        var dataset = await scene.Datasets.AddAsync("Cities", rows: 1);
        var evaluation = scene.New(dataset, await scene.Templates.AddAsync("Recap"));

        await scene.Datasets.Datasets.ChangeAsync(scene.Owner, dataset.Id, dataset.Revision, DatasetScene.Change("Cities", evaluators: "[]"), default);

        (await scene.Evaluations.StartAsync(evaluation, default)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_answer_for_a_row_is_found_again(DatabaseProvider provider)
    {
        var scene = new EvaluationScene(await databases.OnAsync(provider));
        var template = await scene.Templates.AddAsync("Recap");
        var evaluation = await scene.StartAsync(await scene.Datasets.AddAsync("Cities", rows: 3), template);
        var executions = new ExecutionRepository(scene.Database, scene.Templates.Clock);
        await AnswerAsync(1, ExecutionStatus.Completed);
        var last = await AnswerAsync(1, ExecutionStatus.Completed);
        await AnswerAsync(2, ExecutionStatus.Interrupted);

        (await executions.FindCompletedAsync(scene.Owner, evaluation.Id, 1, default))!.Id.ShouldBe(last);
        (await executions.FindCompletedAsync(scene.Owner, evaluation.Id, 2, default)).ShouldBeNull();
        (await executions.FindCompletedAsync(scene.Owner, evaluation.Id, 3, default)).ShouldBeNull();
        (await executions.FindCompletedAsync("somebody-else", evaluation.Id, 1, default)).ShouldBeNull();

        async Task<Guid> AnswerAsync(int row, string status)
        {
            scene.Templates.Clock.Advance(TimeSpan.FromSeconds(1));
            var id = Guid.CreateVersion7(scene.Templates.Clock.GetUtcNow());
            var execution = new NewExecution(
                id, scene.Owner, template.Id, template.Name, 1, "hash", null, null, "offline", null, "offline", null, "{}", "{}", null, "Hi", "node-a", EvaluationScene.Lease)
            {
                EvaluationId = evaluation.Id,
                EvaluationRow = row,
            };
            await executions.StartAsync(execution, default);
            await executions.CompleteAsync(new(id, scene.Owner, status, "offline", "offline", "out"), default);
            return id;
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_judge_takes_counts_in_the_tokens_of_the_day_and_in_every_figure_of_the_dashboard(DatabaseProvider provider)
    {
        var scene = new EvaluationScene(await databases.OnAsync(provider));
        var template = await scene.Templates.AddAsync("Recap");
        var evaluation = await scene.StartAsync(await scene.Datasets.AddAsync("Cities", rows: 3), template);
        var since = scene.Templates.Clock.GetUtcNow();
        var judgements = new JudgementRepository(scene.Database, scene.Templates.Clock);
        await judgements.AddAsync(Judged(1, 100, 10, 0.5m), default);
        scene.Templates.Clock.Advance(TimeSpan.FromDays(1));
        await judgements.AddAsync(Judged(2, 200, 20, null), default);
        await judgements.AddAsync(Judged(3, 300, 30, 0.25m), default);

        var usage = new UsageRepository(scene.Database);
        var versions = await usage.VersionsAsync(scene.Owner, since, default);
        var days = await usage.DaysAsync(scene.Owner, since.AddDays(-1), since.AddDays(3), TimeSpan.Zero, default);

        (await new TokenUsageRepository(scene.Database).SumAsync(scene.Owner, since, default)).ShouldBe(660);
        (await new TokenUsageRepository(scene.Database).SumAsync(scene.Owner, since.AddHours(1), default)).ShouldBe(550);
        versions.Select(row => (row.TemplateName, row.Version, row.Provider, row.Model, row.Executions, row.InputTokens, row.OutputTokens, row.Cost))
            .ShouldBe([("Recap", 1, "strict", "judge-1", 0, 600, 60, 0.75m)]);
        days.Select(day => (day.Executions, day.Failed, day.InputTokens, day.OutputTokens, day.Cost)).ShouldBe([(0, 0, 100, 10, 0.5m), (0, 0, 500, 50, 0.25m)]);

        NewJudgement Judged(int ordinal, long read, long written, decimal? cost) =>
            new(evaluation.Id, scene.Owner, ordinal, template.Id, template.Name, 1, "strict", "judge-1", read, written, cost);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_median_of_an_even_number_of_rows_lies_between_the_two_in_the_middle(DatabaseProvider provider)
    {
        var scene = new EvaluationScene(await databases.OnAsync(provider));

        var ended = await scene.RunAsync(await scene.Datasets.AddAsync("Cities", rows: 4), await scene.Templates.AddAsync("Recap"));

        ended.MedianMs.ShouldBe(250);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_row_has_one_result_and_the_figures_count_it_once(DatabaseProvider provider)
    {
        var scene = new EvaluationScene(await databases.OnAsync(provider));
        var evaluation = await scene.StartAsync(await scene.Datasets.AddAsync("Cities", rows: 3), await scene.Templates.AddAsync("Recap"));

        var stored = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => scene.Results.StoreAsync(Result(evaluation, 1), default)));
        await scene.Results.StoreAsync(Result(evaluation, 2, EvaluationResultStatus.Failed, 0.25), default);
        await scene.Results.StoreAsync(Result(evaluation, 3, EvaluationResultStatus.Error, 0) with { Cost = null, ErrorCode = "variables_invalid", ErrorText = "Give a value." }, default);
        (await scene.EndAsync(evaluation)).ShouldBeTrue();

        stored.Count(one => one).ShouldBe(1);
        var ended = await scene.FindAsync(evaluation.Id);
        (ended.Done, ended.Passed, ended.Failed, ended.Errors, ended.InputTokens, ended.OutputTokens).ShouldBe((3, 1, 1, 1, 30, 6));
        (ended.ScoreSum, ended.Cost, ended.KnownCost, ended.DurationMs, ended.MedianMs, ended.Status).ShouldBe((1.25, 1.0m, null, 1_000, 200, "completed"));
        (ended.Pass, ended.IsResumable).ShouldBe((false, false));
        var results = (await scene.Results.ListAsync(evaluation.Id, null, null, 10, default)).Data;
        results.Select(result => result.Status).ShouldBe(["passed", "failed", "error"]);
        (results[2].ErrorCode, results[0].Output).ShouldBe(("variables_invalid", "out 1"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Results_are_listed_by_how_they_ended_and_page_by_page(DatabaseProvider provider)
    {
        var scene = new EvaluationScene(await databases.OnAsync(provider));
        var evaluation = await scene.RunAsync(await scene.Datasets.AddAsync("Cities", rows: 5), await scene.Templates.AddAsync("Recap"), passing: 3);

        async Task<IEnumerable<int>> PlacesAsync(bool? passed, string? cursor = null, int limit = 10) =>
            (await scene.Results.ListAsync(evaluation.Id, passed, cursor, limit, default)).Data.Select(result => result.Ordinal);

        (await PlacesAsync(true)).ShouldBe([1, 2, 3]);
        (await PlacesAsync(false)).ShouldBe([4, 5]);
        var first = await scene.Results.ListAsync(evaluation.Id, null, null, 4, default);
        (await PlacesAsync(null, first.Next)).ShouldBe([5]);
        await Should.ThrowAsync<InvalidCursorException>(() => PlacesAsync(null, "x"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_interrupted_is_resumed_once_and_the_attempt_before_stores_nothing_more(DatabaseProvider provider)
    {
        var scene = new EvaluationScene(await databases.OnAsync(provider));
        var first = await scene.StartAsync(await scene.Datasets.AddAsync("Cities", rows: 3), await scene.Templates.AddAsync("Recap"));
        await scene.Results.StoreAsync(Result(first, 1), default);
        await scene.Evaluations.AppendEventsAsync(first.Id, scene.Owner, "node-a", [new(1, "{1}"), new(2, "{2}")], default);

        (await scene.Evaluations.InterruptAbandonedAsync("node-a", "It stopped.", "{end}", default)).ShouldBeGreaterThan(0);
        var interrupted = await scene.FindAsync(first.Id);
        var resumed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => scene.Evaluations.ResumeAsync(scene.Owner, first.Id, "node-b", Lease, default)));

        (interrupted.Status, interrupted.ErrorText, interrupted.Done, interrupted.IsResumable).ShouldBe(("interrupted", "It stopped.", 1, true));
        var (second, last) = resumed.Single(one => one is not null)!.Value;
        (second.Attempt, second.Status, second.ErrorCode, last).ShouldBe((2, "running", null, 10_002));
        (await scene.Results.StoreAsync(Result(first, 2), default)).ShouldBeFalse();
        (await scene.EndAsync(first)).ShouldBeFalse();
        (await scene.Results.StoreAsync(Result(second, 2), default)).ShouldBeTrue();
        (await scene.Results.PendingAsync(first.Id, 0, 10, default)).Select(row => row.Ordinal).ShouldBe([3]);
        (await scene.Evaluations.ReadEventsAsync(first.Id, 1, default)).Select(stored => stored.Json).ShouldBe(["{2}", "{end}"]);
        (await scene.FindAsync(first.Id)).Done.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lease_that_ran_out_ends_it_and_one_that_is_kept_does_not(DatabaseProvider provider)
    {
        var scene = new EvaluationScene(await databases.OnAsync(provider));
        var (dataset, template) = (await scene.Datasets.AddAsync("Cities", rows: 1), await scene.Templates.AddAsync("Recap"));
        var (dead, alive) = (await scene.StartAsync(dataset, template), await scene.StartAsync(dataset, template));
        scene.Templates.Clock.Advance(TimeSpan.FromSeconds(25));
        var stops = await scene.Evaluations.RenewLeaseAsync(alive.Id, "node-a", Lease, default);
        scene.Templates.Clock.Advance(TimeSpan.FromSeconds(10));

        await scene.Evaluations.InterruptAbandonedAsync(null, "It stopped.", "{end}", default);

        stops.ShouldBeFalse();
        ((await scene.FindAsync(dead.Id)).Status, (await scene.FindAsync(alive.Id)).Status).ShouldBe(("interrupted", "running"));
        (await scene.Evaluations.RenewLeaseAsync(dead.Id, "node-a", Lease, default)).ShouldBeTrue();
        (await scene.Evaluations.RenewLeaseAsync(alive.Id, "node-b", Lease, default)).ShouldBeTrue();
        (await scene.Evaluations.AppendEventsAsync(dead.Id, scene.Owner, "node-a", [new(9, "{}")], default)).ShouldBeFalse();
        (await scene.Evaluations.AppendEventsAsync(alive.Id, scene.Owner, "node-b", [new(9, "{}")], default)).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_its_owner_finds_stops_and_resumes_it(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var (scene, other) = (new EvaluationScene(node), new EvaluationScene(node));
        var evaluation = await scene.StartAsync(await scene.Datasets.AddAsync("Cities", rows: 1), await scene.Templates.AddAsync("Recap"));

        (await scene.Evaluations.FindAsync(other.Owner, evaluation.Id, default)).ShouldBeNull();
        (await scene.Evaluations.RequestCancelAsync(other.Owner, evaluation.Id, default)).ShouldBeFalse();
        (await scene.Evaluations.RequestCancelAsync(scene.Owner, evaluation.Id, default)).ShouldBeTrue();
        (await scene.Evaluations.RenewLeaseAsync(evaluation.Id, "node-a", Lease, default)).ShouldBeTrue();
        await scene.EndAsync(evaluation, "cancelled");
        (await scene.Evaluations.ResumeAsync(other.Owner, evaluation.Id, "node-a", Lease, default)).ShouldBeNull();
        (await scene.Evaluations.RequestCancelAsync(scene.Owner, evaluation.Id, default)).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lists_are_filtered_and_read_page_by_page(DatabaseProvider provider)
    {
        var scene = new EvaluationScene(await databases.OnAsync(provider));
        var (cities, rivers) = (await scene.Datasets.AddAsync("Cities", rows: 1), await scene.Datasets.AddAsync("Rivers", rows: 1));
        var (recap, pitch) = (await scene.Templates.AddAsync("Recap"), await scene.Templates.AddAsync("Pitch"));
        var (a, b, c) = (await scene.RunAsync(cities, recap), await scene.RunAsync(rivers, recap, version: 2), await scene.StartAsync(cities, pitch));
        var list = new EvaluationList(scene.Database);

        async Task<IEnumerable<Guid>> IdsAsync(EvaluationFilter filter, string? cursor = null) =>
            (await list.ReadAsync(scene.Owner, filter, cursor, 2, default)).Data.Select(evaluation => evaluation.Id);

        (await IdsAsync(new())).ShouldBe([c.Id, b.Id]);
        (await IdsAsync(new(), (await list.ReadAsync(scene.Owner, new(), null, 2, default)).Next)).ShouldBe([a.Id]);
        (await IdsAsync(new(DatasetId: cities.Id))).ShouldBe([c.Id, a.Id]);
        (await IdsAsync(new(DatasetId: cities.Id, TemplateId: recap.Id))).ShouldBe([a.Id]);
        (await IdsAsync(new(TemplateId: recap.Id))).ShouldBe([b.Id, a.Id]);
        (await IdsAsync(new(TemplateId: recap.Id, Version: 2))).ShouldBe([b.Id]);
        (await IdsAsync(new(Status: "running"))).ShouldBe([c.Id]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_latest_completed_one_counts_for_each_version_and_model(DatabaseProvider provider)
    {
        var scene = new EvaluationScene(await databases.OnAsync(provider));
        var dataset = await scene.Datasets.AddAsync("Cities", rows: 4);
        var template = await scene.Templates.AddAsync("Recap");
        await scene.RunAsync(dataset, template, passing: 1);
        var later = await scene.RunAsync(dataset, template, passing: 3);
        var other = await scene.RunAsync(dataset, template, passing: 2, provider: "other");
        var second = await scene.RunAsync(dataset, template, version: 2);
        await scene.StartAsync(dataset, template, version: 3);

        (await scene.Scores.LatestAsync(scene.Owner, dataset.Id, 10, default)).Select(row => (row.Id, row.Passed))
            .ShouldBe([(later.Id, 3), (other.Id, 2), (second.Id, 4)], ignoreOrder: true);
        (await scene.Scores.LatestAsync(scene.Owner, dataset.Id, dataset.Revision, template.Id, 1, default))!.Id.ShouldBe(other.Id);
        (await scene.Scores.LatestAsync(scene.Owner, dataset.Id, dataset.Revision + 1, template.Id, 1, default)).ShouldBeNull();
        (await scene.Scores.LatestAsync(scene.Owner, dataset.Id, dataset.Revision, template.Id, 3, default)).ShouldBeNull();
        (await scene.Scores.LatestAsync("somebody", dataset.Id, 10, default)).ShouldBeEmpty();
    }

    [Theory, OnSqlite]
    public async Task Each_list_is_looked_up_in_an_index(DatabaseProvider provider)
    {
        var scene = new EvaluationScene(await databases.OnAsync(provider));
        var values = new
        {
            scene.Owner, DatasetId = Guid.Empty, TemplateId = Guid.Empty, None = Guid.Empty, Version = 0, Status = "", At = DateTimeOffset.MaxValue,
            Id = Guid.AllBitsSet, Take = 51, Most = 500,
        };
        EvaluationFilter[] filters = [new(), new(DatasetId: Guid.Empty), new(TemplateId: Guid.Empty), new(TemplateId: Guid.Empty, Version: 1), new(Status: "running")];

        foreach (var sql in filters.Select(EvaluationList.Sql).Append(EvaluationScores.LatestSql))
        {
            var plan = await scene.Database.PlanAsync(sql, values);
            plan.ShouldContain("USING INDEX evaluations_by_");
            plan.ShouldNotContain("TEMP B-TREE");
        }
    }
}
