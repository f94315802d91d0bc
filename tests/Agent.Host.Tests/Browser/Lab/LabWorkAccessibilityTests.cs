using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using PromptLab.Host.Tests.Pipelines;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Requirements;
using static PromptLab.Host.Tests.Pipelines.PipelineCalls;

namespace PromptLab.Host.Tests.Browser.Lab;

/// <summary>axe-core finds nothing serious on the dashboard and the pages of pipelines, runs, datasets and evaluations.</summary>
[Collection(OneBrowser.Name)]
public sealed class LabWorkAccessibilityTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task The_pages_keep_nobody_out()
    {
        var template = await host.Client.CreateTemplateAsync(LabTemplates.NewName(), "Tell {{text}}");
        var pipeline = await host.Client.CreatePipelineAsync(
            $"Pipeline {Guid.NewGuid():N}", ["text"],
            new { name = "one", template_id = TemplateId(template), output = "one", provider = "offline" }, new { name = "two", template_id = TemplateId(template), inputs = new { text = "{{one}}" }, provider = "offline" });
        var run = RunCalls.RunId(await host.Client.RunPipelineAsync(pipeline, new { text = "abc" }));
        var (dataset, evaluation) = await EvaluateAsync(TemplateId(template));
        string[] pages =
        [
            "/lab", "/lab/pipelines", "/lab/pipelines/new", $"/lab/pipelines/{pipeline.GetProperty("id").GetString()}", "/lab/runs", $"/lab/runs/{run}", "/lab/datasets", "/lab/datasets/new",
            $"/lab/datasets/{dataset}", $"/lab/datasets/{dataset}?view=evaluators", $"/lab/datasets/{dataset}?view=results", $"/lab/evaluations/{evaluation}",
        ];

        foreach (var way in LabAccessibilityTests.Ways)
        {
            var page = await chromium.OpenLabAsync(host.Address, "/lab", options: way);
            foreach (var path in pages)
            {
                await page.OpenAsync(path);
                await Assertions.Expect(page.Page.Locator("main .page")).Not.ToHaveAttributeAsync("aria-busy", "true");

                (await Accessibility.ViolationsAsync(page.Page)).ShouldBeEmpty(path);
                (await page.OverflowsAsync()).ShouldBeFalse(path);
            }

            await page.Page.Context.CloseAsync();
        }
    }

    private async Task<(string Dataset, string Evaluation)> EvaluateAsync(Guid template)
    {
        using var created = await host.Client.PostAsJsonAsync("/api/v1/datasets", new { name = $"Dataset {Guid.NewGuid():N}", template_id = template, evaluators = new[] { new { kind = "contains" } } });
        var dataset = (await created.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
        using var added = await host.Client.PostAsJsonAsync($"/api/v1/datasets/{dataset}/rows", new[] { new { variables = new { text = "one" }, expected = "one" } });
        using var evaluated = await host.Client.PostAsJsonAsync($"/api/v1/datasets/{dataset}/evaluations", new { template_id = template, provider = "offline" });
        return (dataset, (await evaluated.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!);
    }
}
