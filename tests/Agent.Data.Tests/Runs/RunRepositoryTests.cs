using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Executions;
using PromptLab.Data.Runs;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Runs;

public sealed class RunRepositoryTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_run_is_there_from_its_start_with_its_steps_and_what_it_uses(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var pipeline = await scene.PipelineAsync();

        var id = await scene.StartAsync(pipeline);

        var run = await scene.FindAsync(id);
        (run.Status, run.PipelineId, run.PipelineName, run.PipelineRevision, run.Inputs, run.Attempt).ShouldBe(("running", pipeline.Id, "Digest", 1, """{"text":"a"}""", 1));
        (await scene.StatusesAsync(id)).ShouldBe(["pending", "pending", "pending"]);
        var attempt = (await scene.Reader.AttemptsAsync(id, default)).ShouldHaveSingleItem();
        (attempt.Number, attempt.Status, attempt.Source, attempt.Snapshot, attempt.StartedAt).ShouldBe((1, "running", "pipeline", """{"attempt":1}""", scene.Executions.Clock.GetUtcNow()));
        (await scene.Reader.FindAsync("somebody", id, default)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_step_is_stored_with_the_events_until_then(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var id = await scene.StartAsync(await scene.PipelineAsync());
        var step = (await scene.Reader.StepsAsync(id, 1, default))[1];
        var done = step with
        {
            Status = RunStepStatus.Completed, Provider = "cloud", Model = "big", ExecutionId = Guid.CreateVersion7(), Output = "Done.", InputTokens = 3, OutputTokens = 4,
            Cost = 0.25m, DurationMs = 9, StartedAt = scene.Executions.Clock.GetUtcNow(), FinishedAt = scene.Executions.Clock.GetUtcNow(),
        };

        var isStored = await scene.Runs.SaveStepAsync(scene.Owner, done, [new(1, "{1}"), new(2, "{2}")], default);

        isStored.ShouldBeTrue();
        (await scene.Reader.StepsAsync(id, 1, default))[1].ShouldBe(done);
        (await scene.Reader.EventsAsync(id, 1, default)).Select(stored => stored.Json).ShouldBe(["{2}"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_written_into_an_attempt_that_is_over(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var pipeline = await scene.PipelineAsync();
        var id = await scene.StartAsync(pipeline);
        var late = (await scene.Reader.StepsAsync(id, 1, default))[0] with { Status = RunStepStatus.Completed };
        await scene.CompleteAsync(id, ExecutionStatus.Failed);
        await scene.Runs.ResumeAsync(scene.Attempt(id, pipeline, 2), default);

        (await scene.Runs.SaveStepAsync(scene.Owner, late, [new(9, "{}")], default)).ShouldBeFalse();
        (await scene.CompleteAsync(id, ExecutionStatus.Completed, attempt: 1)).ShouldBeFalse();

        (await scene.FindAsync(id)).Status.ShouldBe("running");
        (await scene.StatusesAsync(id)).ShouldBe(["pending", "pending", "pending"]);
        (await scene.Reader.EventsAsync(id, 0, default)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_end_counts_what_all_executions_of_the_run_took(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var id = await scene.StartAsync(await scene.PipelineAsync());
        await ExecuteAsync(scene, id, 0.25m);
        await ExecuteAsync(scene, id, 0.5m);

        (await scene.CompleteAsync(id, ExecutionStatus.Completed, output: "Out")).ShouldBeTrue();

        var run = await scene.FindAsync(id);
        (run.Status, run.Output, run.InputTokens, run.OutputTokens, run.Cost, run.DurationMs).ShouldBe(("completed", "Out", 20, 10, 0.75m, 100));
        run.FinishedAt.ShouldBe(scene.Executions.Clock.GetUtcNow());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cost_that_is_not_known_makes_the_whole_unknown_and_without_models_there_is_none(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var pipeline = await scene.PipelineAsync();
        var (priced, free) = (await scene.StartAsync(pipeline), await scene.StartAsync(pipeline));
        await ExecuteAsync(scene, priced, 0.25m);
        await ExecuteAsync(scene, priced, null);

        await scene.CompleteAsync(priced, ExecutionStatus.Completed);
        await scene.CompleteAsync(free, ExecutionStatus.Completed);

        (await scene.FindAsync(priced)).Cost.ShouldBeNull();
        (await scene.FindAsync(free)).Cost.ShouldBe(0m);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_many_who_resume_one_succeeds_and_its_events_come_behind_the_old_ones(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var pipeline = await scene.PipelineAsync();
        var id = await scene.StartAsync(pipeline);
        (await scene.Runs.ResumeAsync(scene.Attempt(id, pipeline, 2), default)).ShouldBeNull();
        await scene.Runs.AppendEventsAsync(id, scene.Owner, "node-a", [new(1, "{1}"), new(2, "{2}")], default);
        await scene.CompleteAsync(id, ExecutionStatus.Cancelled);

        var resumed = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => scene.Runs.ResumeAsync(scene.Attempt(id, pipeline, 2), default)));

        resumed.Where(before => before is not null).ShouldBe([2L]);
        (await scene.FindAsync(id)).ShouldSatisfyAllConditions(
            run => (run.Status, run.Attempt, run.ErrorCode).ShouldBe(("running", 2, null)),
            run => run.FinishedAt.ShouldBeNull());
        (await scene.Reader.AttemptsAsync(id, default)).Select(attempt => (attempt.Status, attempt.ErrorText, attempt.Note))
            .ShouldBe([("cancelled", "It broke.", "note 1"), ("running", null, "note 2")]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_completed_or_somebody_elses_is_not_resumed(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var pipeline = await scene.PipelineAsync();
        var (done, failed) = (await scene.StartAsync(pipeline), await scene.StartAsync(pipeline));
        await scene.CompleteAsync(done, ExecutionStatus.Completed);
        await scene.CompleteAsync(failed, ExecutionStatus.Failed);

        (await scene.Runs.ResumeAsync(scene.Attempt(done, pipeline, 2), default)).ShouldBeNull();
        (await scene.Runs.ResumeAsync(scene.Attempt(failed, pipeline, 2) with { Owner = "somebody" }, default)).ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_stop_is_heard_with_the_next_renewal(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var id = await scene.StartAsync(await scene.PipelineAsync());

        var before = await scene.Runs.RenewLeaseAsync(id, "node-a", TimeSpan.FromSeconds(30), default);
        var strangers = await scene.Runs.RequestCancelAsync("somebody", id, default);
        var own = await scene.Runs.RequestCancelAsync(scene.Owner, id, default);

        (before, strangers, own, await scene.Runs.RenewLeaseAsync(id, "node-a", TimeSpan.FromSeconds(30), default)).ShouldBe((false, false, true, true));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Runs_of_a_dead_process_are_interrupted_by_its_next_life_or_when_the_lease_is_over(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var pipeline = await scene.PipelineAsync();
        var node = $"node-{Guid.NewGuid():N}";
        var own = await scene.StartAsync(pipeline, runNode: node);
        var step = (await scene.Reader.StepsAsync(own, 1, default))[0];
        await scene.Runs.SaveStepAsync(scene.Owner, step with { Status = RunStepStatus.Running }, [new(1, "{1}")], default);
        var other = await scene.StartAsync(pipeline, runNode: "node-b");

        await scene.Runs.InterruptAbandonedAsync(node, "It stopped.", "{end}", default);
        var meanwhile = (await scene.FindAsync(other)).Status;
        scene.Executions.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Runs.InterruptAbandonedAsync(null, "It stopped.", "{end}", default);

        ((await scene.FindAsync(own)).Status, meanwhile, (await scene.FindAsync(other)).Status).ShouldBe(("interrupted", "running", "interrupted"));
        (await scene.StatusesAsync(own)).ShouldBe(["interrupted", "skipped", "skipped"]);
        (await scene.Reader.StepsAsync(own, 1, default))[2].ShouldSatisfyAllConditions(
            row => row.Reason.ShouldBe("It stopped."), row => row.ReasonCode.ShouldBe(RunSkip.Ended));
        (await scene.Reader.AttemptsAsync(own, default))[0].Status.ShouldBe("interrupted");
        (await scene.Reader.EventsAsync(own, 1, default)).ShouldHaveSingleItem().ShouldBe(new(10_001, "{end}"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_process_that_was_taken_for_dead_keeps_nothing_of_a_run_that_another_one_resumed(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var pipeline = await scene.PipelineAsync();
        var id = await scene.StartAsync(pipeline);
        await scene.CompleteAsync(id, ExecutionStatus.Interrupted);
        await scene.Runs.ResumeAsync(scene.Attempt(id, pipeline, 2, "node-b"), default);

        var isStored = await scene.Runs.AppendEventsAsync(id, scene.Owner, "node-a", [new(1, "{}")], default);
        var stops = await scene.Runs.RenewLeaseAsync(id, "node-a", TimeSpan.FromHours(1), default);

        (isStored, stops).ShouldBe((false, true));
        (await scene.Reader.EventsAsync(id, 0, default)).ShouldBeEmpty();
        (await scene.Runs.RenewLeaseAsync(id, "node-b", TimeSpan.FromSeconds(30), default)).ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_interrupted_run_counts_what_its_executions_took(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var node = $"node-{Guid.NewGuid():N}";
        var id = await scene.StartAsync(await scene.PipelineAsync(), runNode: node);
        await ExecuteAsync(scene, id, 0.25m);

        await scene.Runs.InterruptAbandonedAsync(node, "It stopped.", "{end}", default);

        var run = await scene.FindAsync(id);
        (run.Status, run.InputTokens, run.OutputTokens, run.Cost).ShouldBe(("interrupted", 10, 5, 0.25m));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Lists_are_filtered_and_paged(DatabaseProvider provider)
    {
        var scene = new RunScene(await databases.OnAsync(provider));
        var (mail, web) = (await scene.PipelineAsync("Mail 100%", "mail"), await scene.PipelineAsync("Web"));
        var template = await scene.Executions.Templates.AddAsync("Recap");
        var first = await scene.StartAsync(mail, """{"text":"Needle"}""");
        var second = await scene.StartAsync(web, template: template);
        var third = await scene.StartAsync(mail);
        await scene.AnswerAsync(third, "cloud", "big");
        await scene.CompleteAsync(third, ExecutionStatus.Completed, output: "A haystack");
        var start = (await scene.FindAsync(second)).CreatedAt;

        (await scene.IdsAsync(new())).ShouldBe([third, second, first]);
        (await scene.IdsAsync(new(PipelineId: mail.Id))).ShouldBe([third, first]);
        (await scene.IdsAsync(new(TemplateId: template.Id))).ShouldBe([second]);
        (await scene.IdsAsync(new(Status: "completed"))).ShouldBe([third]);
        (await scene.IdsAsync(new(Provider: "cloud"))).ShouldBe([third]);
        (await scene.IdsAsync(new(PipelineId: mail.Id, Model: "big"))).ShouldBe([third]);
        (await scene.IdsAsync(new(PipelineId: web.Id, Model: "big"))).ShouldBeEmpty();
        (await scene.IdsAsync(new(Tag: "mail"))).ShouldBe([third, first]);
        (await scene.IdsAsync(new(From: start))).ShouldBe([third, second]);
        (await scene.IdsAsync(new(To: start))).ShouldBe([first]);
        (await scene.IdsAsync(new(Search: "NEEDLE"))).ShouldBe([first]);
        (await scene.IdsAsync(new(Search: "100%"))).ShouldBe([third, first]);
        (await scene.IdsAsync(new(Search: "haystack"))).ShouldBe([third]);
        var page = await scene.List.ReadAsync(scene.Owner, new(), null, 2, default);
        (await scene.List.ReadAsync(scene.Owner, new(), page.Next, 2, default)).Data.Select(run => run.Id).ShouldBe([first]);
        (await scene.List.ReadAsync("somebody", new(), null, 2, default)).Data.ShouldBeEmpty();
    }

    private static async Task ExecuteAsync(RunScene scene, Guid run, decimal? cost)
    {
        var template = await scene.Executions.Templates.AddAsync($"Template {Guid.NewGuid():N}");
        var id = await scene.Executions.StartAsync(template);
        await scene.Executions.Executions.CompleteAsync(
            new(id, scene.Owner, ExecutionStatus.Completed, "offline", "offline", "out") { InputTokens = 10, OutputTokens = 5, Cost = cost }, default);
        await scene.Database.WriteAsync((connection, _) => connection.ExecuteAsync("UPDATE executions SET run_id = @run WHERE id = @id", new { run, id }), default);
    }
}
