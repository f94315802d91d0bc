using System.Net;
using System.Net.Http.Json;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using static PromptLab.Host.Tests.Pipelines.PipelineBench;
using static PromptLab.Host.Tests.Pipelines.PipelineCalls;
using static PromptLab.Host.Tests.Pipelines.RunCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Pipelines;

/// <summary>Who finds which runs.</summary>
public sealed class RunListTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    [Fact]
    public async Task Runs_are_listed_by_their_filters()
    {
        await host.RestartAsync();
        var template = await host.TemplateAsync("Hi {{word}}");
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
        var pipeline = await host.Client.CreatePipelineAsync(Name("Private"), [], Step("one", await host.TemplateAsync("One")));
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
}
