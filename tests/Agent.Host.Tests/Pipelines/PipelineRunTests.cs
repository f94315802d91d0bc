using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using static PromptLab.Host.Tests.Pipelines.PipelineCalls;
using static PromptLab.Host.Tests.Pipelines.RunCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Pipelines;

public sealed class PipelineRunTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    private static int _names;

    [Fact]
    public async Task Three_steps_one_of_them_a_workflow_tool_feed_each_other()
    {
        await host.RestartAsync("--Models:Providers:scripted:InputPricePerMillion", "1000000", "--Models:Providers:scripted:OutputPricePerMillion", "0");
        var pipeline = await host.Client.CreatePipelineAsync(
            Name("Digest"), ["period"],
            Tool("figures", "performance_summary", new { date_range = "{{period}}" }, "figures"),
            Step("comment", await TemplateAsync("Comment on {{text}}"), "comment", new { text = "{{figures}}" }),
            Step("mail", await TemplateAsync("Mail: {{comment}}"), "mail"));
        host.Model.Then(ModelReply.Says("Good ", "week."), ModelReply.Says("Dear all, good week."));
        var before = host.Model.Requests.Count;

        var run = await host.Client.RunPipelineAsync(pipeline, new { period = "last week" });

        Steps(run).ShouldBe("figures completed, comment completed, mail completed");
        (Said(run, "status"), Said(run, "output"), run.GetProperty("resumable").GetBoolean()).ShouldBe(("completed", "Dear all, good week.", false));
        var figures = Said(StepOf(run, "figures"), "output")!;
        figures.ShouldContain("| --- ");
        Prompt(before).ShouldBe($"Comment on {figures}");
        Prompt(before + 1).ShouldBe("Mail: Good week.");
        run.GetProperty("cost").GetDecimal().ShouldBe(run.GetProperty("input_tokens").GetInt64());
        run.GetProperty("input_tokens").GetInt64().ShouldBe(1800);
        var execution = await host.Client.GetJsonAsync($"/api/v1/executions/{Said(StepOf(run, "mail"), "execution_id")}");
        (Said(execution.GetProperty("execution"), "run_id"), Said(execution.GetProperty("execution"), "step")).ShouldBe((RunId(run), "mail"));
        (await host.Client.GetJsonAsync($"/api/v1/executions?pipeline_id={pipeline.GetProperty("id").GetString()}")).GetProperty("data").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_run_streams_its_steps_and_the_text_of_their_models_and_can_be_read_again_from_any_event()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(
            Name("Streamed"), ["text"], Step("short", await TemplateAsync("Shorten {{text}}"), "short"), Step("shout", await TemplateAsync("Shout {{short}}")));
        host.Model.Then(ModelReply.Says("a ", "b"), ModelReply.Says("A B!"));

        using var response = await host.Client.OpenRunAsync(pipeline, new { text = "a b c" });
        var run = await ChatTurn.ReadAsync(response);
        var again = await host.Client.FollowRunAsync(RunId(response));
        var rest = await host.Client.FollowRunAsync(RunId(response), run.Events[4].Id);

        run.Events.Where(item => item.Type is not "CUSTOM").Select(item => item.Type).ShouldBe(
            [
                "RUN_STARTED", "STEP_STARTED", "TEXT_MESSAGE_START", "TEXT_MESSAGE_CONTENT", "TEXT_MESSAGE_CONTENT", "TEXT_MESSAGE_END", "STEP_FINISHED",
                "STEP_STARTED", "TEXT_MESSAGE_START", "TEXT_MESSAGE_CONTENT", "TEXT_MESSAGE_END", "STEP_FINISHED", "RUN_FINISHED",
            ]);
        run.Reply.ShouldBe("a bA B!");
        var record = await host.Client.GetRunAsync(RunId(response));
        run.Of("TEXT_MESSAGE_START").Select(item => Said(item.Json, "messageId")).ShouldBe(record.GetProperty("steps").EnumerateArray().Select(step => Said(step, "execution_id")));
        StatusesOf(run, "shout").ShouldBe(["pending", "running", "running", "completed"]);
        again.Events.Select(item => item.Json.ToString()).ShouldBe(run.Events.Select(item => item.Json.ToString()));
        rest.Events.Select(item => item.Id).ShouldBe(run.Events.Skip(5).Select(item => item.Id));
    }

    [Fact]
    public async Task A_failing_step_fails_the_run_and_what_comes_after_says_so_and_mended_it_is_resumed_from_there()
    {
        await host.RestartAsync();
        var broken = await TemplateAsync("Judge {{figures}}");
        var pipeline = await host.Client.CreatePipelineAsync(
            Name("Mended"), [],
            Tool("figures", "performance_summary", new { date_range = "last week" }, "figures"), Step("judge", broken, "verdict"),
            Step("mail", await TemplateAsync("Mail {{verdict}}")));
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
        Prompt(before).ShouldStartWith("Judge kindly ");
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
        var one = await TemplateAsync("One");
        var two = await TemplateAsync("Two {{one}}");
        var pipeline = await host.Client.CreatePipelineAsync(Name("Changed"), [], Step("one", one, "one"), Step("two", two));
        host.Model.Then(ModelReply.Says("1"), ModelReply.Fails(HttpStatusCode.BadRequest));
        var failed = await host.Client.RunPipelineAsync(pipeline);
        await host.Client.ChangeTemplateAsync(two, new { content = "Another two {{one}}" });
        await host.Client.ChangePipelineAsync(pipeline, new { steps = new[] { Step("one", await TemplateAsync("Another one"), "one"), Step("two", two) } });
        host.Model.Then(ModelReply.Says("2"));
        var before = host.Model.Requests.Count;

        var run = await host.Client.ResumeAsync(RunId(failed));

        Prompt(before).ShouldBe("Two 1");
        var last = run.GetProperty("history")[1];
        Said(last, "source").ShouldBe("snapshot");
        Said(last, "note")!.ShouldStartWith("The step “one”, which is done, was changed in the pipeline.");
        (Said(run, "status"), run.GetProperty("pipeline").GetProperty("revision").GetInt32()).ShouldBe(("completed", 1));
    }

    [Fact]
    public async Task A_step_whose_execution_was_completed_when_the_process_died_is_done()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(Name("Recovered"), [], Step("one", await TemplateAsync("One"), "one"), Step("two", await TemplateAsync("Two {{one}}")));
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
        Prompt(before).ShouldBe("Two 1");
    }

    [Fact]
    public async Task A_run_of_a_deleted_pipeline_keeps_its_history_and_is_resumed_as_it_was()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(Name("Gone"), [], Step("one", await TemplateAsync("One")));
        host.Model.Then(ModelReply.Fails(HttpStatusCode.BadRequest), ModelReply.Says("1"));
        var failed = await host.Client.RunPipelineAsync(pipeline);
        (await host.Client.DeleteAsync(PipelinePath(pipeline))).Dispose();

        var run = await host.Client.ResumeAsync(RunId(failed));

        (Said(run, "status"), Said(run, "output")).ShouldBe(("completed", "1"));
        Said(run.GetProperty("history")[1], "note")!.ShouldStartWith("The pipeline is gone.");
    }

    [Fact]
    public async Task Steps_without_a_tie_between_them_really_run_at_the_same_time()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(
            Name("Parallel"), [], Step("left", await TemplateAsync("left"), "left"), Step("right", await TemplateAsync("right"), "right"),
            Step("both", await TemplateAsync("{{left}}{{right}}")));
        var gate = new TaskCompletionSource();
        host.Model.Then(ModelReply.Says("x").HeldAt(0, gate.Task), ModelReply.Says("x").HeldAt(0, gate.Task), ModelReply.Says("xx"));

        using var response = await host.Client.OpenRunAsync(pipeline);
        await host.Model.NextRequestAsync();
        await host.Model.NextRequestAsync();
        gate.SetResult();
        var run = await ChatTurn.ReadAsync(response);

        run.Events.Where(item => item.Type is "STEP_STARTED" or "STEP_FINISHED").Select(item => item.Type).Take(4)
            .ShouldBe(["STEP_STARTED", "STEP_STARTED", "STEP_FINISHED", "STEP_FINISHED"]);
        Said(await host.Client.GetRunAsync(RunId(response)), "output").ShouldBe("xx");
    }

    [Fact]
    public async Task Steps_wait_when_as_many_executions_run_as_may()
    {
        await host.RestartAsync("--Executions:AtOnce", "1");
        var template = await TemplateAsync("Hi");
        var pipeline = await host.Client.CreatePipelineAsync(Name("Waiting"), [], Step("a", template), Step("b", template), Step("c", template));
        host.Model.Then(ModelReply.Says("1"), ModelReply.Says("2"), ModelReply.Says("3"));

        var run = await host.Client.RunPipelineAsync(pipeline);

        Steps(run).ShouldBe("a completed, b completed, c completed");
    }

    [Fact]
    public async Task A_step_whose_condition_does_not_hold_is_skipped_and_its_output_is_empty()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(
            Name("Conditional"), ["mood"],
            new { name = "sorry", template_id = TemplateId(await TemplateAsync("Say sorry")), output = "sorry", when = new { variable = "mood", @operator = "equals", value = "Bad" } },
            new { name = "thanks", template_id = TemplateId(await TemplateAsync("Say thanks")), output = "thanks", when = new { variable = "mood", @operator = "not_equals", value = "bad" } },
            Step("letter", await TemplateAsync("Letter: {{text}}"), null, new { text = "{{sorry}}{{thanks}}" }));
        host.Model.Then(ModelReply.Says("SORRY"), ModelReply.Says("Done"));
        var before = host.Model.Requests.Count;

        var run = await host.Client.RunPipelineAsync(pipeline, new { mood = "bad " });

        Steps(run).ShouldBe("sorry completed, thanks skipped, letter completed");
        Said(StepOf(run, "thanks"), "reason").ShouldBe("It runs when mood not equals “bad”, which is not so.");
        Prompt(before + 1).ShouldBe("Letter: SORRY");
        Said(run, "status").ShouldBe("completed");
    }

    [Fact]
    public async Task A_run_whose_time_is_up_says_so_in_the_step_that_took_it_and_can_be_resumed()
    {
        await host.RestartAsync("--Pipelines:Timeout", "00:00:02");
        var pipeline = await host.Client.CreatePipelineAsync(Name("Late"), [], Step("one", await TemplateAsync("One"), "one"), Step("two", await TemplateAsync("Two {{one}}")));
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
        var pipeline = await host.Client.CreatePipelineAsync(Name("Stopped"), [], Step("one", await TemplateAsync("One"), "one"), Step("two", await TemplateAsync("Two {{one}}")));
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
        var pipeline = await host.Client.CreatePipelineAsync(Name("Raced"), [], Step("one", await TemplateAsync("One")));
        host.Model.Then(ModelReply.Fails(HttpStatusCode.BadRequest), ModelReply.Says("1"));
        var failed = await host.Client.RunPipelineAsync(pipeline);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Client.PostAsync($"{RunsRoot}/{RunId(failed)}/resume", null)));

        answers.Select(answer => (int)answer.StatusCode).Order().ShouldBe([200, 409, 409, 409, 409, 409, 409, 409]);
        (await host.Client.GetRunAsync(RunId(failed))).GetProperty("attempts").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task A_tool_that_cannot_be_sure_fails_its_step_with_its_question()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(Name("Unclear"), ["offer"], Tool("pages", "top_landing_pages", new { offer = "{{offer}}" }));

        var run = await host.Client.RunPipelineAsync(pipeline, new { offer = "no such offer at all" });

        Said(run, "status").ShouldBe("failed");
        Said(StepOf(run, "pages").GetProperty("error"), "code").ShouldNotBeNullOrEmpty();
        Said(StepOf(run, "pages").GetProperty("error"), "message")!.ShouldContain("no such offer at all");
    }

    [Fact]
    public async Task Inputs_that_are_missing_unknown_or_of_another_type_are_told_at_once()
    {
        var template = await TemplateAsync("{{a}} {{b}} {{c}}");
        using var created = await host.Client.PostAsJsonAsync(PipelinesRoot, new
        {
            name = Name("Typed"),
            inputs = new object[] { new { name = "a" }, new { name = "b", type = "integer" }, new { name = "c", @default = "x" } },
            steps = new[] { Step("one", template) },
        });
        var pipeline = await ReadAsync(created);

        using var response = await host.Client.PostAsJsonAsync($"{PipelinePath(pipeline)}/run", new { inputs = new { b = "many", d = 1 } });

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await ReadAsync(response);
        (Said(problem, "code"), string.Join(' ', problem.GetProperty("errors").EnumerateObject().Select(field => field.Name))).ShouldBe(("inputs_invalid", "inputs.a inputs.b inputs.d"));
    }

    [Fact]
    public async Task A_pipeline_whose_template_is_gone_does_not_start()
    {
        var template = await TemplateAsync("Hi");
        var pipeline = await host.Client.CreatePipelineAsync(Name("Orphaned"), [], Step("one", template));
        (await host.Client.DeleteAsync($"{TemplateCalls.Path(template)}?force=true")).Dispose();

        (await ProblemAsync(host.Client.PostAsJsonAsync($"{PipelinePath(pipeline)}/run", new { }))).ShouldBe((422, "pipeline_invalid"));
        (await ProblemAsync(host.Client.PostAsJsonAsync($"{PipelinePath(pipeline)}/estimate", new { }))).ShouldBe((422, "pipeline_invalid"));
    }

    [Fact]
    public async Task Runs_are_limited_for_each_user()
    {
        await host.RestartAsync("--Pipelines:AtOnce", "1");
        var pipeline = await host.Client.CreatePipelineAsync(Name("Limited"), [], Step("one", await TemplateAsync("One")));
        host.Model.Then(ModelReply.Hangs());
        using var response = await host.Client.OpenRunAsync(pipeline);
        await host.Model.NextRequestAsync();

        (await ProblemAsync(host.Client.PostAsJsonAsync($"{PipelinePath(pipeline)}/run", new { }))).ShouldBe((429, "runs_limit"));
        (await host.Client.PostAsync($"{RunsRoot}/{RunId(response)}/cancel", null)).Dispose();
    }

    [Fact]
    public async Task An_estimate_counts_prompts_and_the_most_that_models_may_say()
    {
        await host.RestartAsync("--Models:Providers:scripted:InputPricePerMillion", "1000000", "--Models:Providers:scripted:OutputPricePerMillion", "2000000");
        var pipeline = await host.Client.CreatePipelineAsync(
            Name("Estimated"), ["text"],
            new { name = "one", template_id = TemplateId(await TemplateAsync("1234{{text}}")), output = "one", parameters = new { max_tokens = 10 } },
            new { name = "two", template_id = TemplateId(await TemplateAsync("{{one}}")), model = "other" });

        using var response = await host.Client.PostAsJsonAsync($"{PipelinePath(pipeline)}/estimate", new { inputs = new { text = "5678" } });
        var estimate = await ReadAsync(response);

        var steps = estimate.GetProperty("steps");
        (steps[0].GetProperty("input_tokens").GetInt64(), steps[0].GetProperty("max_output_tokens").GetInt64(), steps[0].GetProperty("cost").GetDecimal()).ShouldBe((2, 10, 22));
        (steps[1].GetProperty("input_tokens").GetInt64(), Said(steps[1], "model"), steps[1].GetProperty("cost").ValueKind).ShouldBe((10, "other", JsonValueKind.Null));
        estimate.GetProperty("cost").ValueKind.ShouldBe(JsonValueKind.Null);
        Said(estimate, "note")!.ShouldContain("No price is configured for scripted/other");
    }

    [Fact]
    public async Task An_estimate_of_prompts_that_no_memory_holds_is_made_without_them()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(
            Name("Huge"), [],
            new { name = "one", template_id = TemplateId(await TemplateAsync("Hi")), output = "one", parameters = new { max_tokens = 1_000_000 } },
            new { name = "two", template_id = TemplateId(await TemplateAsync(string.Concat(Enumerable.Repeat("{{one}}", 10_000)))) });

        using var response = await host.Client.PostAsJsonAsync($"{PipelinePath(pipeline)}/estimate", new { });

        (await ReadAsync(response)).GetProperty("steps")[1].GetProperty("input_tokens").GetInt64().ShouldBe(10_000_000_000);
    }

    [Fact]
    public async Task Runs_are_listed_by_their_filters()
    {
        await host.RestartAsync();
        var template = await TemplateAsync("Hi {{word}}");
        var pipeline = await host.Client.CreatePipelineAsync(Name("Listed"), ["word"], Step("one", template));
        await host.Client.ChangePipelineAsync(pipeline, new { tags = new[] { "listed" } });
        host.Model.Then(ModelReply.Says("yes"), ModelReply.Fails(HttpStatusCode.BadRequest));
        var good = RunId(await host.Client.RunPipelineAsync(pipeline, new { word = "needle_1" }));
        var bad = RunId(await host.Client.RunPipelineAsync(pipeline, new { word = "other" }));
        var id = pipeline.GetProperty("id").GetString();

        foreach (var (filter, expected) in new (string, string[])[]
        {
            ($"pipeline_id={id}", [bad, good]), ($"pipeline_id={id}&status=failed", [bad]), ($"template_id={TemplateId(template)}", [bad, good]),
            ($"pipeline_id={id}&model=gpt-scripted", [bad, good]), ($"pipeline_id={id}&provider=offline", []), ("tag=Listed", [bad, good]),
            ("search=NEEDLE_1", [good]), ($"pipeline_id={id}&to=2020-01-01T00:00:00Z", []), ($"pipeline_id={id}&from=2020-01-01T00:00:00Z", [bad, good]),
        })
        {
            var listed = (await host.Client.GetJsonAsync($"{RunsRoot}?{filter}")).GetProperty("data");
            listed.EnumerateArray().Select(run => Said(run, "id")!).ShouldBe(expected, filter);
        }

        var page = await host.Client.GetJsonAsync($"{RunsRoot}?pipeline_id={id}&limit=1");
        Texts((await host.Client.GetJsonAsync($"{RunsRoot}?pipeline_id={id}&limit=1&cursor={Said(page, "next")}")).GetProperty("data"), "id").ShouldBe([good]);
        (await ProblemAsync(host.Client.GetAsync($"{RunsRoot}?status=odd"))).ShouldBe((422, "status_invalid"));
    }

    [Fact]
    public async Task Nobody_else_sees_or_touches_a_run()
    {
        await host.RestartAsync();
        var pipeline = await host.Client.CreatePipelineAsync(Name("Private"), [], Step("one", await TemplateAsync("One")));
        host.Model.Then(ModelReply.Fails(HttpStatusCode.BadRequest));
        var run = await host.Client.RunPipelineAsync(pipeline);
        using var stranger = await host.SignInAsync("stranger-of-runs");

        foreach (var path in new[] { $"{RunsRoot}/{RunId(run)}", $"{RunsRoot}/{RunId(run)}/events" })
        {
            (await ProblemAsync(stranger.GetAsync(path))).ShouldBe((404, "run_not_found"));
        }

        (await ProblemAsync(stranger.PostAsync($"{RunsRoot}/{RunId(run)}/resume", null))).ShouldBe((404, "run_not_found"));
        (await ProblemAsync(stranger.PostAsync($"{RunsRoot}/{RunId(run)}/cancel", null))).ShouldBe((404, "run_not_found"));
        (await ProblemAsync(stranger.PostAsJsonAsync($"{PipelinePath(pipeline)}/run", new { }))).ShouldBe((404, "pipeline_not_found"));
        (await ProblemAsync(stranger.PostAsJsonAsync($"{PipelinePath(pipeline)}/estimate", new { }))).ShouldBe((404, "pipeline_not_found"));
        (await stranger.GetJsonAsync(RunsRoot)).GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    private static string Name(string name) => $"{name} {Interlocked.Increment(ref _names)}";

    private static IEnumerable<string?> StatusesOf(ChatTurn run, string step) => run.Of("CUSTOM").Select(item => item.Json)
        .Where(item => Said(item, "name") == "step" && Said(item.GetProperty("value"), "name") == step).Select(item => Said(item.GetProperty("value"), "status"));

    private Task<JsonElement> TemplateAsync(string content) => host.Client.CreateTemplateAsync(Name("Template"), content);

    private string? Prompt(int request) =>
        host.Model.Requests[request].Body.GetProperty("messages").EnumerateArray().Last().GetProperty("content").GetString();
}
