using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Datasets;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using static PromptLab.Host.Tests.Evaluations.EvaluationCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Evaluations;

public sealed class OfflineEvaluationTests(HostFixture host) : IClassFixture<HostFixture>
{
    private HttpClient Client => host.Client;

    [Fact]
    public async Task A_version_is_run_over_every_row_and_each_output_is_checked()
    {
        var dataset = await Client.CreateDatasetAsync(
            $"Mixed {Guid.NewGuid()}", new { threshold = 0.5, evaluators = new object[] { new { kind = "contains" }, new { kind = "regex", value = "^\\[offline", required = false, weight = 3 } } },
            new { variables = new { n = "alpha" }, expected = "alpha" }, new { variables = new { n = "beta" }, expected = "gamma" }, new { expected = "nothing given" });
        var template = await Client.EchoAsync();

        var evaluation = await Client.EvaluateAsync(dataset, template, new { parallelism = 2 });
        var results = await Client.ResultsAsync(Id(evaluation));

        (Status(evaluation), Counts(evaluation), Number(evaluation, "total")).ShouldBe(("completed", (3, 1, 1, 1), 3));
        (evaluation.GetProperty("score").GetDouble(), evaluation.GetProperty("pass").GetBoolean(), evaluation.GetProperty("resumable").GetBoolean()).ShouldBe((1.75 / 3, false, false));
        (evaluation.GetProperty("version").GetInt32(), evaluation.GetProperty("provider").GetString()).ShouldBe((1, "offline"));
        results.Select(result => result.GetProperty("status").GetString()).ShouldBe(["passed", "failed", "error"]);
        results[1].GetProperty("score").GetDouble().ShouldBe(0.75);
        results[1].GetProperty("checks")[0].GetProperty("detail").GetString().ShouldBe("The output does not contain “gamma”.");
        results[0].GetProperty("output").GetString()!.ShouldContain("Say alpha");
        (results[0].GetProperty("variables").GetProperty("n").GetString(), results[0].GetProperty("expected").GetString()).ShouldBe(("alpha", "alpha"));
        results[2].GetProperty("error").GetProperty("code").GetString().ShouldBe("variables_invalid");
        results[2].GetProperty("error").GetProperty("message").GetString().ShouldBe("Give a value for n.");
        (await Client.ResultsAsync(Id(evaluation), "&passed=true")).Count.ShouldBe(1);
        (await Client.ResultsAsync(Id(evaluation), "&passed=false")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Each_row_is_an_execution_which_lists_leave_out_unless_they_are_asked_for_it()
    {
        var template = await Client.EchoAsync();
        var evaluation = await Client.EvaluateAsync(await Client.NumbersAsync(3), template);
        var execution = (await Client.ResultsAsync(Id(evaluation)))[0].GetProperty("execution_id").GetGuid();

        async Task<int> CountAsync(string query) =>
            (await Client.GetJsonAsync($"/api/v1/executions?template_id={TemplateId(template)}{query}")).GetProperty("data").GetArrayLength();

        (await CountAsync("")).ShouldBe(0);
        (await CountAsync("&version=1")).ShouldBe(0);
        (await CountAsync("&include=evaluations")).ShouldBe(3);
        (await CountAsync("&include=evaluations&version=1")).ShouldBe(3);
        (await CountAsync($"&evaluation_id={Id(evaluation)}")).ShouldBe(3);
        (await CountAsync("&search=Say")).ShouldBe(0);
        (await CountAsync("&search=Say&include=evaluations")).ShouldBe(3);
        (await CountAsync($"&search=Say&evaluation_id={Id(evaluation)}")).ShouldBe(3);
        foreach (var query in new[] { "status=completed", "provider=offline", "model=offline" })
        {
            var all = (await Client.GetJsonAsync($"/api/v1/executions?{query}&include=evaluations")).GetProperty("data").EnumerateArray().ToList();
            all.ShouldContain(row => row.GetProperty("id").GetGuid() == execution);
            (await Client.GetJsonAsync($"/api/v1/executions?{query}")).GetProperty("data").EnumerateArray().ShouldNotContain(row => row.GetProperty("id").GetGuid() == execution);
        }

        (await Client.GetJsonAsync($"/api/v1/executions/{execution}")).GetProperty("execution").GetProperty("evaluation_id").GetGuid().ShouldBe(Id(evaluation));
        (await ProblemAsync(Client.GetAsync("/api/v1/executions?include=all"))).ShouldBe((422, "include_invalid"));
    }

    [Fact]
    public async Task What_cannot_be_evaluated_is_told_all_at_once()
    {
        var template = await Client.EchoAsync();
        var empty = await Client.CreateDatasetAsync($"Empty {Guid.NewGuid()}");
        using var refused = await Client.StartAsync(empty, template, new { provider = "nobody", fallback = "none", parallelism = 17, parameters = new { temperature = 9 } });
        var judged = await Client.NumbersAsync(1, new { kind = "judge", judge = new { criteria = "Good.", provider = "nobody" } });

        (await ReadAsync(refused)).GetProperty("errors").EnumerateObject().Select(field => field.Name)
            .ShouldBe(["provider", "fallback", "parameters.temperature", "parallelism", "dataset", "evaluators"]);
        using var unknownJudge = await Client.StartAsync(judged, template);
        (await ReadAsync(unknownJudge)).GetProperty("errors").EnumerateObject().Single().Name.ShouldBe("evaluators[0].judge.provider");
        (await ProblemAsync(Client.StartAsync(judged, template, new { version = 9 }))).ShouldBe((404, "template_version_not_found"));
        (await ProblemAsync(Client.StartAsync(judged, template, new { label = "none" }))).ShouldBe((404, "label_not_found"));
        (await ProblemAsync(Client.StartAsync(judged, template, new { label = "none", version = 1 }))).ShouldBe((422, "version_ambiguous"));
        (await ProblemAsync(Client.PostAsJsonAsync($"{DatasetCalls.Place(judged)}/evaluations", new { }))).ShouldBe((422, "evaluation_invalid"));
        (await ProblemAsync(Client.PostAsJsonAsync($"{DatasetCalls.Place(judged)}/evaluations", new { template_id = Guid.NewGuid() }))).ShouldBe((404, "template_not_found"));
        (await ProblemAsync(Client.PostAsJsonAsync($"{DatasetCalls.DatasetsPath}/{Guid.NewGuid()}/evaluations", new { template_id = TemplateId(template) }))).ShouldBe((404, "dataset_not_found"));
    }

    [Fact]
    public async Task Progress_and_results_are_streamed_and_read_again_from_any_event_on()
    {
        var dataset = await Client.NumbersAsync(5);
        var template = await Client.EchoAsync();

        using var response = await Client.StartAsync(dataset, template, new { parallelism = 3 }, streams: true);
        var id = Id(response);
        var events = (await ChatTurn.ReadAsync(response)).Events;
        var again = await Client.FollowEvaluationAsync(id, events[3].Id);

        (events[0].Type, events[^1].Type).ShouldBe(("RUN_STARTED", "RUN_FINISHED"));
        var progress = events.Where(item => Is(item, "progress")).Select(item => item.Json.GetProperty("value")).ToList();
        progress.Select(value => Number(value, "done")).ShouldBe([0, 1, 2, 3, 4, 5]);
        Counts(progress[^1]).ShouldBe((5, 5, 0, 0));
        var results = events.Where(item => Is(item, "result")).Select(item => item.Json.GetProperty("value")).ToList();
        results.Select(value => Number(value, "ordinal")).Order().ShouldBe([1, 2, 3, 4, 5]);
        var stored = (await Client.ResultsAsync(id)).ToDictionary(result => result.GetProperty("row_id").GetGuid(), result => result.GetRawText());
        results.ShouldAllBe(value => stored[value.GetProperty("row_id").GetGuid()] == value.GetRawText());
        again.Select(item => item.Id).ShouldBe(events.Skip(4).Select(item => item.Id));
        (await ProblemAsync(Client.GetAsync($"{EvaluationsPath}/{id}/events?after=x"))).ShouldBe((422, "event_id_invalid"));
    }

    [Fact]
    public async Task The_offline_judge_needs_no_key_and_says_what_it_is()
    {
        var dataset = await Client.NumbersAsync(1, new { kind = "judge", judge = new { criteria = "Echoes the number.", provider = "offline" } });

        var evaluation = await Client.EvaluateAsync(dataset, await Client.EchoAsync());

        var check = (await Client.ResultsAsync(Id(evaluation)))[0].GetProperty("checks")[0];
        (check.GetProperty("passed").GetBoolean(), check.GetProperty("score").GetDouble(), check.GetProperty("judge").GetString()).ShouldBe((true, 1, "offline"));
        check.GetProperty("detail").GetString()!.ShouldStartWith("[offline judge");
    }

    [Fact]
    public async Task The_latest_evaluation_of_each_version_is_there_for_the_plot()
    {
        var dataset = await Client.NumbersAsync(2);
        var template = await Client.EchoAsync("Say nothing of {{n}}");
        var first = await Client.EvaluateAsync(dataset, template);
        var second = await Client.EvaluateAsync(dataset, template);
        await Client.ChangeTemplateAsync(template, new { content = "Say it: {{n}}" });
        var third = await Client.EvaluateAsync(dataset, template);

        var versions = (await Client.GetJsonAsync($"{DatasetCalls.Place(dataset)}/versions")).GetProperty("data").EnumerateArray().ToList();

        versions.Select(version => (Number(version, "version"), version.GetProperty("evaluation_id").GetGuid())).ShouldBe([(1, Id(second)), (2, Id(third))]);
        (Number(versions[0], "passed"), Number(versions[0], "total"), versions[0].GetProperty("score").GetDouble()).ShouldBe((2, 2, 1));
        var listed = (await Client.GetJsonAsync($"{EvaluationsPath}?dataset_id={Id(dataset)}&template_id={TemplateId(template)}&version=1")).GetProperty("data");
        listed.EnumerateArray().Select(Id).ShouldBe([Id(second), Id(first)]);
        (await ProblemAsync(Client.GetAsync($"{EvaluationsPath}?version=1"))).ShouldBe((422, "template_missing"));
        (await ProblemAsync(Client.GetAsync($"{EvaluationsPath}?status=odd"))).ShouldBe((422, "status_invalid"));
    }

    [Fact]
    public async Task Another_user_finds_nothing_of_it()
    {
        var dataset = await Client.NumbersAsync(1);
        var template = await Client.EchoAsync();
        var evaluation = await Client.EvaluateAsync(dataset, template);
        using var other = await host.SignInAsync($"other-{Guid.NewGuid()}");
        var place = $"{EvaluationsPath}/{Id(evaluation)}";
        (int, string?) missing = (404, "evaluation_not_found");

        (await ProblemAsync(other.GetAsync(place))).ShouldBe(missing);
        (await ProblemAsync(other.GetAsync($"{place}/results"))).ShouldBe(missing);
        (await ProblemAsync(other.GetAsync($"{place}/events"))).ShouldBe(missing);
        (await ProblemAsync(other.PostAsync($"{place}/cancel", null))).ShouldBe(missing);
        (await ProblemAsync(other.PostAsync($"{place}/resume", null))).ShouldBe(missing);
        (await ProblemAsync(other.GetAsync($"{DatasetCalls.Place(dataset)}/versions"))).ShouldBe((404, "dataset_not_found"));
        (await ProblemAsync(other.StartAsync(dataset, template))).ShouldBe((404, "dataset_not_found"));
        (await other.GetJsonAsync(EvaluationsPath)).GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_is_shared_is_evaluated_by_others_whose_results_are_their_own()
    {
        var dataset = await Client.NumbersAsync(1);
        var template = await Client.EchoAsync();
        using var shared = await Client.PatchAsJsonAsync(DatasetCalls.Place(dataset), new { sharing = "team" });
        using var sharedTemplate = await Client.PatchAsJsonAsync(TemplateCalls.Path(template), new { revision = 1, sharing = "team" });
        using var other = await host.SignInAsync($"other-{Guid.NewGuid()}");

        var evaluation = await other.EvaluateAsync(dataset, template);

        Counts(evaluation).ShouldBe((1, 1, 0, 0));
        (await ProblemAsync(Client.GetAsync($"{EvaluationsPath}/{Id(evaluation)}"))).ShouldBe((404, "evaluation_not_found"));
        (await Client.GetJsonAsync($"{DatasetCalls.Place(dataset)}/versions")).GetProperty("data").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task What_has_ended_is_neither_stopped_nor_resumed()
    {
        var evaluation = await Client.EvaluateAsync(await Client.NumbersAsync(1), await Client.EchoAsync());

        (await ProblemAsync(Client.PostAsync($"{EvaluationsPath}/{Id(evaluation)}/cancel", null))).ShouldBe((409, "evaluation_not_running"));
        (await ProblemAsync(Client.PostAsync($"{EvaluationsPath}/{Id(evaluation)}/resume", null))).ShouldBe((409, "evaluation_not_resumable"));
    }
}
