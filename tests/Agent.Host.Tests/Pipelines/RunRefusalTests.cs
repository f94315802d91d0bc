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

/// <summary>Runs that do not begin, and say why.</summary>
public sealed class RunRefusalTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    [Fact]
    public async Task Inputs_that_are_missing_unknown_or_of_another_type_are_told_at_once()
    {
        await host.RestartAsync();
        var template = await host.TemplateAsync("{{a}} {{b}} {{c}}");
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
        await host.RestartAsync();
        var template = await host.TemplateAsync("Hi");
        var pipeline = await host.Client.CreatePipelineAsync(Name("Orphaned"), [], Step("one", template));
        (await host.Client.DeleteAsync($"{TemplateCalls.Path(template)}?force=true")).Dispose();

        (await ProblemAsync(host.Client.PostAsJsonAsync($"{PipelinePath(pipeline)}/run", new { }))).ShouldBe((422, "pipeline_invalid"));
        (await ProblemAsync(host.Client.PostAsJsonAsync($"{PipelinePath(pipeline)}/estimate", new { }))).ShouldBe((422, "pipeline_invalid"));
    }

    [Fact]
    public async Task Runs_are_limited_for_each_user()
    {
        await host.RestartAsync("--Pipelines:AtOnce", "1");
        var pipeline = await host.Client.CreatePipelineAsync(Name("Limited"), [], Step("one", await host.TemplateAsync("One")));
        host.Model.Then(ModelReply.Hangs());
        using var response = await host.Client.OpenRunAsync(pipeline);
        await host.Model.NextRequestAsync();

        (await ProblemAsync(host.Client.PostAsJsonAsync($"{PipelinePath(pipeline)}/run", new { }))).ShouldBe((429, "runs_limit"));
        (await host.Client.PostAsync($"{RunsRoot}/{RunId(response)}/cancel", null)).Dispose();
    }
}
