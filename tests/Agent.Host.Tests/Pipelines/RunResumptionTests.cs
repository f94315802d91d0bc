using System.Net;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using static PromptLab.Host.Tests.Pipelines.PipelineBench;
using static PromptLab.Host.Tests.Pipelines.PipelineCalls;
using static PromptLab.Host.Tests.Pipelines.RunCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Pipelines;

/// <summary>A run that has ended without being completed goes on, and keeps what is done.</summary>
public sealed class RunResumptionTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    [Fact]
    public async Task A_failing_step_fails_the_run_and_what_comes_after_says_so_and_mended_it_is_resumed_from_there()
    {
        await host.RestartAsync();
        var broken = await host.TemplateAsync("Judge {{figures}}");
        var pipeline = await host.Client.CreatePipelineAsync(
            Name("Mended"), [],
            Tool("figures", "performance_summary", new { date_range = "last week" }, "figures"), Step("judge", broken, "verdict"),
            Step("mail", await host.TemplateAsync("Mail {{verdict}}")));
        host.Model.Then(ModelReply.Fails(HttpStatusCode.BadRequest));
        using var response = await host.Client.OpenRunAsync(pipeline);
        var first = await ChatTurn.ReadAsync(response);
        var failed = await host.Client.GetRunAsync(RunId(response));

        await host.Client.ChangeTemplateAsync(broken, new { content = "Judge kindly {{figures}}" });
        host.Model.Then(ModelReply.Says("Fine."), ModelReply.Says("It is fine."));
        var before = host.Model.Requests.Count;
        using var resumption = await host.Client.OpenAsync($"{RunsRoot}/{RunId(response)}/resume", null);
        var second = await ChatTurn.ReadAsync(resumption);
        var run = await host.Client.GetRunAsync(RunId(response));

        Steps(failed).ShouldBe("figures completed, judge failed, mail skipped");
        (Said(failed, "status"), Said(failed.GetProperty("error"), "code"), failed.GetProperty("resumable").GetBoolean()).ShouldBe(("failed", "model_bad_request", true));
        Said(StepOf(failed, "mail"), "reason").ShouldBe(Said(failed.GetProperty("error"), "message"));
        Said(failed.GetProperty("error"), "message")!.ShouldStartWith("The step “judge” failed: ");
        (first.Last.GetProperty("type").GetString(), second.Last.GetProperty("type").GetString()).ShouldBe(("RUN_ERROR", "RUN_FINISHED"));
        Steps(run).ShouldBe("figures completed, judge completed, mail completed");
        (Said(run, "output"), run.GetProperty("attempts").GetInt32()).ShouldBe(("It is fine.", 2));
        run.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("attempt").GetInt32()).ShouldBe([1, 2, 2]);
        host.Prompt(before).ShouldStartWith("Judge kindly ");
        var history = run.GetProperty("history");
        history.EnumerateArray().Select(attempt => (Said(attempt, "status"), Said(attempt, "source"))).ShouldBe([("failed", "pipeline"), ("completed", "pipeline")]);
        history.EnumerateArray().Select(attempt => attempt.GetProperty("snapshot")[1].GetProperty("template").GetProperty("version").GetInt32()).ShouldBe([1, 2]);
        var all = await host.Client.FollowRunAsync(RunId(response));
        all.Events.Select(item => item.Id).ShouldBe(first.Events.Concat(second.Events).Select(item => item.Id));
        second.Of("STEP_STARTED").Select(item => Said(item.Json, "stepName")).ShouldBe(["judge", "mail"]);
    }

    [Fact]
    public async Task When_a_step_that_is_done_was_changed_the_rest_runs_as_before()
    {
        await host.RestartAsync();
        var one = await host.TemplateAsync("One");
        var two = await host.TemplateAsync("Two {{one}}");
        var pipeline = await host.Client.CreatePipelineAsync(Name("Changed"), [], Step("one", one, "one"), Step("two", two));
        host.Model.Then(ModelReply.Says("1"), ModelReply.Fails(HttpStatusCode.BadRequest));
        var failed = await host.Client.RunPipelineAsync(pipeline);
        await host.Client.ChangeTemplateAsync(two, new { content = "Another two {{one}}" });
        await host.Client.ChangePipelineAsync(pipeline, new { steps = new[] { Step("one", await host.TemplateAsync("Another one"), "one"), Step("two", two) } });
        host.Model.Then(ModelReply.Says("2"));
        var before = host.Model.Requests.Count;

        var run = await host.Client.ResumeAsync(RunId(failed));

        host.Prompt(before).ShouldBe("Two 1");
        var last = run.GetProperty("history")[1];
        Said(last, "source").ShouldBe("snapshot");
        Said(last, "note")!.ShouldStartWith("The step “one”, which is done, was changed in the pipeline.");
        (Said(run, "status"), run.GetProperty("pipeline").GetProperty("revision").GetInt32()).ShouldBe(("completed", 1));
    }

    [Fact]
    public async Task A_step_whose_execution_was_completed_when_the_process_died_is_done()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(Name("Recovered"), [], Step("one", await host.TemplateAsync("One"), "one"), Step("two", await host.TemplateAsync("Two {{one}}")));
        host.Model.Then(ModelReply.Says("1"), ModelReply.Fails(HttpStatusCode.BadRequest));
        var failed = await host.Client.RunPipelineAsync(pipeline);
        await host.Services.GetRequiredService<IDatabase>().WriteAsync(
            (connection, _) => connection.ExecuteAsync(
                "UPDATE run_steps SET status = 'interrupted', output = NULL WHERE run_id = @Id AND ordinal = 0", new { Id = failed.GetProperty("id").GetGuid() }),
            default);
        host.Model.Then(ModelReply.Says("2"));
        var before = host.Model.Requests.Count;

        var run = await host.Client.ResumeAsync(RunId(failed));

        (Said(run, "status"), Said(StepOf(run, "one"), "output"), host.Model.Requests.Count - before).ShouldBe(("completed", "1", 1));
        host.Prompt(before).ShouldBe("Two 1");
    }

    [Fact]
    public async Task A_run_of_a_deleted_pipeline_keeps_its_history_and_is_resumed_as_it_was()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(Name("Gone"), [], Step("one", await host.TemplateAsync("One")));
        host.Model.Then(ModelReply.Fails(HttpStatusCode.BadRequest), ModelReply.Says("1"));
        var failed = await host.Client.RunPipelineAsync(pipeline);
        (await host.Client.DeleteAsync(PipelinePath(pipeline))).Dispose();

        var run = await host.Client.ResumeAsync(RunId(failed));

        (Said(run, "status"), Said(run, "output")).ShouldBe(("completed", "1"));
        Said(run.GetProperty("history")[1], "note")!.ShouldStartWith("The pipeline is gone.");
    }

    [Fact]
    public async Task A_run_whose_time_is_up_says_so_in_the_step_that_took_it_and_can_be_resumed()
    {
        await host.RestartAsync("--Pipelines:Timeout", "00:00:02");
        var pipeline = await host.Client.CreatePipelineAsync(Name("Late"), [], Step("one", await host.TemplateAsync("One"), "one"), Step("two", await host.TemplateAsync("Two {{one}}")));
        host.Model.Then(ModelReply.Hangs());

        var run = await host.Client.RunPipelineAsync(pipeline);

        Steps(run).ShouldBe("one failed, two skipped");
        Said(run.GetProperty("error"), "code").ShouldBe("run_timeout");
        var error = StepOf(run, "one").GetProperty("error");
        (Said(error, "code"), Said(error, "message")).ShouldBe(("run_timeout", "The time of the run was up before this step ended. Resume the run, or raise Pipelines:Timeout."));
        run.GetProperty("resumable").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task A_run_is_stopped_and_resumed()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(Name("Stopped"), [], Step("one", await host.TemplateAsync("One"), "one"), Step("two", await host.TemplateAsync("Two {{one}}")));
        host.Model.Then(ModelReply.Hangs());
        using var response = await host.Client.OpenRunAsync(pipeline);
        await host.Model.NextRequestAsync();

        using var cancel = await host.Client.PostAsync($"{RunsRoot}/{RunId(response)}/cancel", null);
        var stopped = await ChatTurn.ReadAsync(response);
        var record = await host.Client.GetRunAsync(RunId(response));
        var twice = await ProblemAsync(host.Client.PostAsync($"{RunsRoot}/{RunId(response)}/cancel", null));
        host.Model.Then(ModelReply.Says("1"), ModelReply.Says("2"));
        var resumed = await host.Client.ResumeAsync(RunId(response));

        cancel.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        stopped.Last.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("cancelled");
        (Said(record, "status"), Steps(record)).ShouldBe(("cancelled", "one cancelled, two skipped"));
        twice.ShouldBe((409, "run_not_running"));
        (Said(resumed, "status"), Said(resumed, "output")).ShouldBe(("completed", "2"));
        (await ProblemAsync(host.Client.PostAsync($"{RunsRoot}/{RunId(response)}/resume", null))).ShouldBe((409, "run_not_resumable"));
    }

    [Fact]
    public async Task Of_many_who_resume_at_once_one_does()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(Name("Raced"), [], Step("one", await host.TemplateAsync("One")));
        host.Model.Then(ModelReply.Fails(HttpStatusCode.BadRequest), ModelReply.Says("1"));
        var failed = await host.Client.RunPipelineAsync(pipeline);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Client.PostAsync($"{RunsRoot}/{RunId(failed)}/resume", null)));

        answers.Select(answer => (int)answer.StatusCode).Order().ShouldBe([200, 409, 409, 409, 409, 409, 409, 409]);
        (await host.Client.GetRunAsync(RunId(failed))).GetProperty("attempts").GetInt32().ShouldBe(2);
    }
}
