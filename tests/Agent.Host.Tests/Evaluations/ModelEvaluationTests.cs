using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Datasets;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using PromptLab.Testing.Time;
using static PromptLab.Host.Tests.Evaluations.EvaluationCalls;

namespace PromptLab.Host.Tests.Evaluations;

public sealed class ModelEvaluationTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    private HttpClient Client => host.Client;

    [Fact]
    public async Task As_many_rows_as_may_run_at_once_and_no_more()
    {
        await host.RestartAsync();
        using var model = new HeldModel(host.Model);
        var dataset = await Client.NumbersAsync(8);

        using var stream = await Client.StartAsync(dataset, await Client.EchoAsync(), new { parallelism = 3 }, streams: true);
        await model.WaitForAsync(3);
        for (var ended = 0; ended < 8; ended++)
        {
            model.Count.ShouldBe(Math.Min(ended + 3, 8));
            model.Release(1);
            await UntilDoneAsync(Id(stream), ended + 1);
            await model.WaitForAsync(ended + 3 < 8 ? 1 : 0);
        }

        var evaluation = await Client.EvaluationAsync(Id(stream));
        Counts(evaluation).ShouldBe((8, 8, 0, 0));
    }

    [Fact]
    public async Task More_rows_than_executions_may_run_wait_for_a_place()
    {
        await host.RestartAsync("--Executions:AtOnce", "1");
        host.Model.Always(request => ModelReply.Says(request.LastText));

        var evaluation = await Client.EvaluateAsync(await Client.NumbersAsync(6), await Client.EchoAsync(), new { parallelism = 6 });

        (Status(evaluation), Counts(evaluation)).ShouldBe(("completed", (6, 6, 0, 0)));
    }

    [Fact]
    public async Task A_provider_that_asks_for_a_pause_slows_it_down_and_fails_no_row()
    {
        await host.RestartAsync();
        var refusals = 0;
        host.Model.Always(request => Interlocked.Increment(ref refusals) <= 3
            ? ModelReply.Fails(HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(2))
            : ModelReply.Says(request.LastText));
        var watch = Stopwatch.StartNew();

        var evaluation = await Client.EvaluateAsync(await Client.NumbersAsync(5), await Client.EchoAsync(), new { parallelism = 3 });

        (Status(evaluation), Counts(evaluation)).ShouldBe(("completed", (5, 5, 0, 0)));
        watch.Elapsed.ShouldBeGreaterThan(TimeSpan.FromSeconds(1.9));
        refusals.ShouldBe(8);
    }

    [Fact]
    public async Task A_provider_that_refuses_for_too_long_ends_it_and_it_goes_on_later()
    {
        await host.RestartAsync("--Evaluations:Patience", "00:00:02");
        var refuses = true;
        host.Model.Always(request => refuses ? ModelReply.Fails(HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromHours(1)) : ModelReply.Says(request.LastText));

        var failed = await Client.EvaluateAsync(await Client.NumbersAsync(4), await Client.EchoAsync(), new { parallelism = 2 });
        refuses = false;
        host.Clock.MoveTo(host.Clock.GetUtcNow().AddHours(2));
        var resumed = await Client.ResumeAsync(Id(failed));

        (Status(failed), failed.GetProperty("error").GetProperty("code").GetString(), failed.GetProperty("resumable").GetBoolean()).ShouldBe(("failed", "model_rate_limited", true));
        Counts(failed).ShouldBe((0, 0, 0, 0));
        (Status(resumed), Counts(resumed), Number(resumed, "attempt")).ShouldBe(("completed", (4, 4, 0, 0), 2));
    }

    [Fact]
    public async Task A_fallback_that_asks_for_a_pause_is_left_alone_too()
    {
        await host.RestartAsync(
            "--Models:Providers:away:Kind", "openai", "--Models:Providers:away:BaseAddress", "http://127.0.0.1:9/v1", "--Models:Providers:away:Model", "m",
            "--Models:Providers:away:Retries", "0");
        var asked = 0;
        host.Model.Always(request => Interlocked.Increment(ref asked) == 1
            ? ModelReply.Fails(HttpStatusCode.TooManyRequests, retryAfter: TimeSpan.FromSeconds(2))
            : ModelReply.Says(request.LastText));

        var evaluation = await Client.EvaluateAsync(await Client.NumbersAsync(2), await Client.EchoAsync(), new { provider = "away", fallback = "scripted", parallelism = 1 });

        (Status(evaluation), Counts(evaluation), asked).ShouldBe(("completed", (2, 2, 0, 0), 3));
    }

    [Fact]
    public async Task A_key_that_is_rejected_ends_it_before_every_row_has_failed()
    {
        await host.RestartAsync();
        host.Model.Always(ModelReply.Fails(HttpStatusCode.Unauthorized));
        var before = host.Model.Requests.Count;

        var failed = await Client.EvaluateAsync(await Client.NumbersAsync(30), await Client.EchoAsync(), new { parallelism = 2 });

        (Status(failed), failed.GetProperty("error").GetProperty("code").GetString()).ShouldBe(("failed", "model_rejected_key"));
        (host.Model.Requests.Count - before).ShouldBeLessThan(10);
    }

    [Fact]
    public async Task A_row_whose_model_fails_is_an_error_and_the_others_go_on()
    {
        await host.RestartAsync();
        host.Model.Always(request => request.LastText.Contains("#2#", StringComparison.Ordinal) ? ModelReply.Fails(HttpStatusCode.BadRequest) : ModelReply.Says(request.LastText));

        var evaluation = await Client.EvaluateAsync(await Client.NumbersAsync(3), await Client.EchoAsync());

        (Status(evaluation), Counts(evaluation)).ShouldBe(("completed", (3, 2, 0, 1)));
        var broken = (await Client.ResultsAsync(Id(evaluation), "&passed=false")).Single();
        (broken.GetProperty("error").GetProperty("code").GetString(), Number(broken, "ordinal")).ShouldBe(("model_bad_request", 2));
        broken.GetProperty("execution_id").ValueKind.ShouldBe(JsonValueKind.String);
    }

    [Fact]
    public async Task It_is_stopped_and_goes_on_where_it_was()
    {
        await host.RestartAsync();
        using var model = new HeldModel(host.Model);
        using var stream = await Client.StartAsync(await Client.NumbersAsync(5), await Client.EchoAsync(), new { parallelism = 2 }, streams: true);
        var id = Id(stream);
        await model.WaitForAsync(2);
        model.Release(1);
        await UntilDoneAsync(id, 1);

        using var cancelled = await Client.PostAsync($"{EvaluationsPath}/{id}/cancel", null);
        var events = (await ChatTurn.ReadAsync(stream)).Events;
        var stopped = await Client.EvaluationAsync(id);
        var kept = (await Client.ResultsAsync(id)).Single();
        host.Model.Always(request => ModelReply.Says(request.LastText));
        var resumed = await Client.ResumeAsync(id);
        var results = await Client.ResultsAsync(id);
        var all = await Client.FollowEvaluationAsync(id);

        events[^1].Json.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("cancelled");
        (Status(stopped), Number(stopped, "done"), stopped.GetProperty("resumable").GetBoolean(), stopped.GetProperty("pass").ValueKind).ShouldBe(("cancelled", 1, true, JsonValueKind.Null));
        (Status(resumed), Counts(resumed), Number(resumed, "attempt")).ShouldBe(("completed", (5, 5, 0, 0), 2));
        results.Single(result => Number(result, "ordinal") == Number(kept, "ordinal")).GetRawText().ShouldBe(kept.GetRawText());
        all.Count(item => Is(item, "result")).ShouldBe(5);
        all.Select(item => item.Type).Where(type => type.StartsWith("RUN_", StringComparison.Ordinal)).ShouldBe(["RUN_STARTED", "RUN_FINISHED", "RUN_STARTED", "RUN_FINISHED"]);
        var executions = (await Client.GetJsonAsync($"/api/v1/executions?evaluation_id={id}&limit=200")).GetProperty("data").EnumerateArray().Select(Status).ToList();
        (executions.Count(status => status == "completed"), executions.Count(status => status == "running")).ShouldBe((5, 0));
    }

    [Fact]
    public async Task Whoever_joins_a_resumed_one_gets_what_was_before_and_what_comes()
    {
        await host.RestartAsync();
        using var model = new HeldModel(host.Model);
        using var stream = await Client.StartAsync(await Client.NumbersAsync(2), await Client.EchoAsync(), new { parallelism = 1 }, streams: true);
        var id = Id(stream);
        await model.WaitForAsync(1);
        using var cancelled = await Client.PostAsync($"{EvaluationsPath}/{id}/cancel", null);
        var before = (await ChatTurn.ReadAsync(stream)).Events;
        var resuming = Client.ResumeAsync(id);
        await model.WaitForAsync(1);

        var following = Client.FollowEvaluationAsync(id);
        model.Release(2);
        await model.WaitForAsync(1);
        model.Release(1);
        await resuming;
        var events = await following;

        events.Take(before.Count).Select(item => item.Id).ShouldBe(before.Select(item => item.Id));
        events.Skip(before.Count).Select(item => item.Type).First().ShouldBe("RUN_STARTED");
        events.Count(item => Is(item, "result")).ShouldBe(2);
        events.Select(item => item.Id).ShouldBeUnique();
    }

    [Fact]
    public async Task Changing_the_dataset_while_it_runs_changes_nothing_of_it()
    {
        await host.RestartAsync();
        using var model = new HeldModel(host.Model);
        var dataset = await Client.NumbersAsync(2);
        using var stream = await Client.StartAsync(dataset, await Client.EchoAsync(), new { parallelism = 1 }, streams: true);
        await model.WaitForAsync(1);

        using var replaced = await Client.ImportAsync(dataset, "n,expected\nother,never\n", query: "?mode=replace");
        using var changed = await Client.PatchAsJsonAsync(DatasetCalls.Place(dataset), new { evaluators = new[] { new { kind = "exact", value = "x" } } });
        model.Release(1);
        await model.WaitForAsync(1);
        model.Release(1);
        await ChatTurn.ReadAsync(stream);

        var evaluation = await Client.EvaluationAsync(Id(stream));
        (Counts(evaluation), Number(evaluation.GetProperty("dataset"), "revision"), Number(evaluation, "total")).ShouldBe(((2, 2, 0, 0), Number(dataset, "revision"), 2));
        (await Client.ResultsAsync(Id(stream))).Select(result => result.GetProperty("expected").GetString()).ShouldBe(["#1#", "#2#"]);
    }

    [Fact]
    public async Task As_many_evaluations_as_may_run_at_once_do()
    {
        await host.RestartAsync("--Evaluations:AtOnce", "1");
        using var model = new HeldModel(host.Model);
        var (dataset, template) = (await Client.NumbersAsync(1), await Client.EchoAsync());
        using var first = await Client.StartAsync(dataset, template, streams: true);
        await model.WaitForAsync(1);

        (await TemplateCalls.ProblemAsync(Client.StartAsync(dataset, template))).ShouldBe((429, "evaluations_limit"));
        model.Release(1);
        await ChatTurn.ReadAsync(first);
    }

    private async Task UntilDoneAsync(Guid id, int rows)
    {
        using var patience = new CancellationTokenSource(Patience.Longest);
        while (Number(await Client.EvaluationAsync(id), "done") < rows)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, patience.Token);
        }
    }
}
