using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using static PromptLab.Host.Tests.Executions.ExecutionCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Executions;

public sealed class ModelExecutionTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    [Fact]
    public async Task The_model_gets_the_prompt_with_its_parameters_and_what_it_took_is_recorded()
    {
        await host.RestartAsync("--Models:Providers:scripted:InputPricePerMillion", "1000000", "--Models:Providers:scripted:OutputPricePerMillion", "2000000");
        var template = await NewAsync("Write to {{name}}", new { system_prompt = "Be brief.", parameters = new { temperature = 0.5, max_tokens = 99 } });
        host.Model.Then(ModelReply.Says("Dear ", "Ann"));
        var before = host.Model.Requests.Count;

        var run = await host.Client.ExecuteAsync(template, new { variables = new { name = "Ann" }, parameters = new { temperature = 0.25, stop = new[] { "END" } } });

        var request = host.Model.Requests[before].Body;
        request.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("content").GetString()).ShouldBe(["Be brief.", "Write to Ann"]);
        (request.GetProperty("temperature").GetDouble(), request.GetProperty("max_tokens").GetInt32()).ShouldBe((0.25, 99));
        request.GetProperty("stop")[0].GetString().ShouldBe("END");
        run.GetProperty("output").GetString().ShouldBe("Dear Ann");
        var record = run.GetProperty("execution");
        var (input, output) = (record.GetProperty("input_tokens").GetInt64(), record.GetProperty("output_tokens").GetInt64());
        (input, output).ShouldNotBe((0, 0));
        record.GetProperty("cost").GetDecimal().ShouldBe(input + 2 * output);
        record.GetProperty("first_token_ms").ValueKind.ShouldBe(JsonValueKind.Number);
    }

    [Fact]
    public async Task Another_model_of_the_provider_has_no_known_price()
    {
        await host.RestartAsync("--Models:Providers:scripted:InputPricePerMillion", "1", "--Models:Providers:scripted:OutputPricePerMillion", "1");
        host.Model.Then(ModelReply.Says("hi"));

        var run = await host.Client.ExecuteAsync(await NewAsync("Hi"), new { model = "gpt-other" });

        Text(run, "model").ShouldBe("gpt-other");
        run.GetProperty("execution").GetProperty("cost").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task A_passing_fault_is_retried_and_recorded()
    {
        await host.RestartAsync("--Models:Providers:scripted:Retries", "2", "--Models:Providers:scripted:RetryDelay", "00:00:00.010");
        host.Model.Then(ModelReply.Fails(HttpStatusCode.ServiceUnavailable), ModelReply.Says("there"));

        var run = await host.Client.ExecuteAsync(await NewAsync("Hi"), new { });

        (Text(run, "status"), run.GetProperty("execution").GetProperty("retries").GetInt32()).ShouldBe(("completed", 1));
    }

    [Fact]
    public async Task The_fallback_answers_for_a_provider_that_fails_and_that_is_recorded()
    {
        await host.RestartAsync();
        host.Model.Then(ModelReply.Fails(HttpStatusCode.Unauthorized));

        var run = await host.Client.ExecuteAsync(await NewAsync("Hi"), new { fallback = "offline" });

        (Text(run, "requested_provider"), Text(run, "provider"), Text(run, "fallback_reason"), Text(run, "status")).ShouldBe(("scripted", "offline", "rejected_key", "completed"));
        run.GetProperty("output").GetString()!.ShouldStartWith("[offline answer");
    }

    [Fact]
    public async Task A_fault_ends_the_execution_with_words_for_the_person()
    {
        await host.RestartAsync();
        host.Model.Then(ModelReply.Fails(HttpStatusCode.Unauthorized, message: "sk-secret"));
        var template = await NewAsync("Hi");

        var run = await host.Client.ExecuteAsync(template, new { });
        host.Model.Then(ModelReply.Fails(HttpStatusCode.Unauthorized));
        var stream = await host.Client.StreamAsync(template, new { });

        Text(run, "status").ShouldBe("failed");
        var error = run.GetProperty("execution").GetProperty("error");
        error.GetProperty("code").GetString().ShouldBe("model_rejected_key");
        error.GetProperty("message").GetString()!.ShouldContain("rejects our key");
        stream.Last.GetProperty("type").GetString().ShouldBe("RUN_ERROR");
        run.GetRawText().ShouldNotContain("sk-secret");
    }

    [Fact]
    public async Task Closing_the_connection_does_not_stop_it_but_a_stop_does()
    {
        await host.RestartAsync();
        host.Model.Then(ModelReply.Hangs());
        var template = await NewAsync("Hi");
        string id;
        using (var stream = await host.Client.OpenStreamAsync(template, new { }))
        {
            id = Id(stream);
        }

        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System);
        var running = await host.Client.GetJsonAsync($"{RunsPath}/{id}");
        using var cancelled = await host.Client.PostAsync($"{RunsPath}/{id}/cancel", null);
        var followed = await host.Client.FollowAsync(id);
        var ended = await host.Client.GetJsonAsync($"{RunsPath}/{id}");

        Text(running, "status").ShouldBe("running");
        cancelled.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        followed.Last.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("cancelled");
        Text(ended, "status").ShouldBe("cancelled");
    }

    [Fact]
    public async Task As_many_as_may_run_at_once_do()
    {
        await host.RestartAsync("--Executions:AtOnce", "1");
        host.Model.Then(ModelReply.Hangs());
        var template = await NewAsync("Hi");
        using var first = await host.Client.OpenStreamAsync(template, new { });

        var second = await ProblemAsync(host.Client.PostAsJsonAsync($"{Path(template)}/execute", new { }));

        second.ShouldBe((429, "executions_limit"));
    }

    [Fact]
    public async Task Executions_and_turns_share_the_tokens_of_the_day()
    {
        await host.RestartAsync("--Turns:MaxTokensPerDay", "1");
        host.Model.Always(ModelReply.Says("hi"));
        using var ann = await host.SignInAsync($"ann-{Guid.NewGuid():N}");
        var template = await ann.CreateTemplateAsync("Costly", "Hi");
        var first = await ann.ExecuteAsync(template, new { });

        using var second = await ann.PostAsJsonAsync($"{Path(template)}/execute", new { });
        var again = await ProblemAsync(ann.PostAsJsonAsync($"{RunsPath}/{Id(first)}/rerun", new { }));
        var turn = await ProblemAsync(ann.PostAsJsonAsync("/api/v1/chat", new { message = "hello" }));
        await host.RestartAsync("--Turns:MaxTokensPerDay", "1");
        using var restarted = await host.SignInAsync(Text(first, "created_by")!);
        var afterwards = await ProblemAsync(restarted.PostAsJsonAsync($"{Path(template)}/execute", new { }));

        Text(first, "status").ShouldBe("completed");
        second.Headers.RetryAfter!.Delta!.Value.ShouldBe(TimeSpan.FromHours(13), TimeSpan.FromMinutes(10));
        (await ReadAsync(second)).GetProperty("code").GetString().ShouldBe("token_limit");
        (again, turn, afterwards).ShouldBe(((429, "token_limit"), (429, "token_limit"), (429, "token_limit")));
    }

    [Fact]
    public async Task A_model_that_takes_too_long_is_stopped()
    {
        await host.RestartAsync("--Executions:Timeout", "00:00:01");
        host.Model.Then(ModelReply.Hangs());

        var run = await host.Client.ExecuteAsync(await NewAsync("Hi"), new { });

        run.GetProperty("execution").GetProperty("error").GetProperty("code").GetString().ShouldBe("execution_timeout");
    }

    [Fact]
    public async Task A_provider_without_a_list_of_models_shows_its_configured_one()
    {
        await host.RestartAsync();

        var providers = (await host.Client.GetJsonAsync("/api/v1/providers")).GetProperty("data").EnumerateArray().ToList();

        var scripted = providers.Single(provider => provider.GetProperty("name").GetString() == "scripted");
        (scripted.GetProperty("health").GetString(), scripted.GetProperty("models")[0].GetString(), scripted.GetProperty("kind").GetString()).ShouldBe(("ok", "gpt-scripted", "openai"));
    }

    [Fact]
    public async Task A_provider_that_is_away_is_told_to_be_so()
    {
        await host.RestartAsync("--Models:Providers:away:Kind", "openai", "--Models:Providers:away:BaseAddress", "http://127.0.0.1:9/v1", "--Models:Providers:away:Model", "m");

        var providers = (await host.Client.GetJsonAsync("/api/v1/providers")).GetProperty("data").EnumerateArray().ToList();

        providers.Single(provider => provider.GetProperty("name").GetString() == "away").GetProperty("health").GetString().ShouldBe("unavailable");
    }

    private Task<JsonElement> NewAsync(string content, object? more = null) => host.Client.CreateTemplateAsync($"Template {Guid.NewGuid()}", content, more);
}
