using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using static PromptLab.Host.Tests.Executions.ExecutionCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Executions;

/// <summary>What Anthropic's messages ask for (https://docs.claude.com/en/api/messages): max_tokens always; what its newer models refuse is not sent.</summary>
public sealed class AnthropicExecutionTests : IAsyncLifetime
{
    private readonly HostFixture _host = new();
    private ScriptedAnthropic _model = null!;

    public async Task InitializeAsync()
    {
        _model = await ScriptedAnthropic.StartAsync();
        await _host.StartAsync(
            "--Models:Default", "claude",
            "--Models:Providers:claude:Kind", "anthropic",
            "--Models:Providers:claude:BaseAddress", _model.BaseAddress.ToString(),
            "--Models:Providers:claude:Model", "claude-scripted",
            "--Models:Providers:claude:Retries", "0");
    }

    [Fact]
    public async Task Everything_that_was_asked_for_is_sent_in_its_own_words()
    {
        var template = await NewAsync(new { system_prompt = "Be brief.", parameters = new { max_tokens = 99 } });
        _model.Then(ModelReply.Says("Dear ", "Ann"));

        var run = await _host.Client.ExecuteAsync(template, new { variables = new { name = "Ann" }, parameters = new { stop = new[] { "END", "STOP" } } });

        var body = _model.Requests[^1].Body;
        body.GetProperty("max_tokens").GetInt32().ShouldBe(99);
        body.GetProperty("stop_sequences").EnumerateArray().Select(stop => stop.GetString()).ShouldBe(["END", "STOP"]);
        body.GetProperty("system").GetRawText().ShouldContain("Be brief.");
        body.GetProperty("model").GetString().ShouldBe("claude-scripted");
        run.GetProperty("output").GetString().ShouldBe("Dear Ann");
        run.GetProperty("execution").GetProperty("input_tokens").GetInt64().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Without_a_limit_there_is_one_and_nothing_else_is_said()
    {
        _model.Then(ModelReply.Says("hi"));

        await _host.Client.ExecuteAsync(await NewAsync(), new { variables = new { name = "Ann" } });

        var body = _model.Requests[^1].Body;
        body.GetProperty("max_tokens").GetInt32().ShouldBe(4096);
        body.EnumerateObject().Select(member => member.Name).Intersect(["temperature", "top_p", "stop_sequences", "system"]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"temperature":0.5}""", "parameters.temperature")]
    [InlineData("""{"top_p":0.5}""", "parameters.top_p")]
    [InlineData("""{"temperature":0.5,"top_p":0.5}""", "parameters.temperature", "parameters.top_p")]
    [InlineData("""{"stop":["END","\n"]}""", "parameters.stop")]
    public async Task What_it_does_not_take_is_refused_before_anything_is_sent(string parameters, params string[] fields)
    {
        var before = _model.Requests.Count;
        var body = new { variables = new { name = "Ann" }, parameters = JsonElement.Parse(parameters) };

        using var refused = await _host.Client.PostAsJsonAsync($"{Path(await NewAsync())}/execute", body);

        (await ReadAsync(refused)).GetProperty("errors").EnumerateObject().Select(field => field.Name).ShouldBe(fields);
        _model.Requests.Count.ShouldBe(before);
    }

    [Fact]
    public async Task The_templates_own_temperature_is_refused_too_and_says_what_to_do()
    {
        var template = await NewAsync(new { parameters = new { temperature = 1 } });

        using var refused = await _host.Client.PostAsJsonAsync($"{Path(template)}/execute", new { variables = new { name = "Ann" } });

        ((int)refused.StatusCode).ShouldBe(422);
        (await ReadAsync(refused)).GetProperty("errors").GetProperty("parameters.temperature")[0].GetString()!.ShouldContain("Leave it out");
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _model.DisposeAsync();
    }

    private Task<JsonElement> NewAsync(object? more = null) => _host.Client.CreateTemplateAsync($"Template {Guid.NewGuid()}", "Write to {{name}}", more);
}
