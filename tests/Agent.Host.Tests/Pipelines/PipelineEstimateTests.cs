using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Host.Tests.Hosting;
using static PromptLab.Host.Tests.Pipelines.PipelineBench;
using static PromptLab.Host.Tests.Pipelines.PipelineCalls;
using static PromptLab.Host.Tests.Pipelines.RunCalls;
using static PromptLab.Host.Tests.Templates.TemplateCalls;

namespace PromptLab.Host.Tests.Pipelines;

public sealed class PipelineEstimateTests(ScriptedModelHost host) : IClassFixture<ScriptedModelHost>
{
    [Fact]
    public async Task An_estimate_counts_prompts_and_the_most_that_models_may_say()
    {
        await host.RestartAsync("--Models:Providers:scripted:InputPricePerMillion", "1000000", "--Models:Providers:scripted:OutputPricePerMillion", "2000000");
        var pipeline = await host.Client.CreatePipelineAsync(
            Name("Estimated"), ["text"],
            new { name = "one", template_id = TemplateId(await host.TemplateAsync("1234{{text}}")), output = "one", parameters = new { max_tokens = 10 } },
            new { name = "two", template_id = TemplateId(await host.TemplateAsync("{{one}}")), model = "other" });

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
            new { name = "one", template_id = TemplateId(await host.TemplateAsync("Hi")), output = "one", parameters = new { max_tokens = 1_000_000 } },
            new { name = "two", template_id = TemplateId(await host.TemplateAsync(string.Concat(Enumerable.Repeat("{{one}}", 10_000)))) });

        using var response = await host.Client.PostAsJsonAsync($"{PipelinePath(pipeline)}/estimate", new { });

        (await ReadAsync(response)).GetProperty("steps")[1].GetProperty("input_tokens").GetInt64().ShouldBe(10_000_000_000);
    }
}
