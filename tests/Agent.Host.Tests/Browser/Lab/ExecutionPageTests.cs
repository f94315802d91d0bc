using System.Text.Json;
using Microsoft.Playwright;
using PromptLab.Host.Tests.Executions;
using PromptLab.Host.Tests.Pipelines;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser.Lab;

[Collection(OneBrowser.Name)]
public sealed class ExecutionPageTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task An_execution_shows_what_was_asked_and_what_came()
    {
        var (_, id) = await ExecuteAsync("Dear {{name}}", "offline");

        var page = await chromium.OpenLabAsync(host.Address, $"/lab/executions/{id}");

        await Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Prompt as sent" })).ToContainTextAsync("Dear Ann");
        await Expect(page.Output).ToContainTextAsync("offline answer");
        await page.Page.GetByText("as they were streamed").ClickAsync();
        await Expect(page.Page.GetByRole(AriaRole.List, new() { Name = "Events" })).ToContainTextAsync("RUN_FINISHED");
    }

    [BrowserFact]
    public async Task A_step_of_a_run_leads_to_the_run_from_the_list()
    {
        var saved = await host.Client.CreateTemplateAsync(LabTemplates.NewName(), "Hi");
        var name = $"Pipeline {Guid.NewGuid():N}";
        var pipeline = await host.Client.CreatePipelineAsync(name, [], new { name = "greet", template_id = PipelineCalls.TemplateId(saved), provider = "offline" });
        await host.Client.RunPipelineAsync(pipeline);
        var page = await chromium.OpenLabAsync(host.Address, $"/lab/executions?pipeline_id={pipeline.GetProperty("id").GetString()}");

        await page.Link("step greet of a run").ClickAsync();

        await Expect(page.Heading).ToHaveTextAsync($"Run of {name}");
    }

    [BrowserFact]
    public async Task It_runs_again_as_it_was_and_with_changes()
    {
        var (_, id) = await ExecuteAsync("Dear {{name}}", "offline");
        var page = await chromium.OpenLabAsync(host.Address, $"/lab/executions/{id}");

        await page.Button("Run again").ClickAsync();
        await Expect(page.Link("Compare with the first")).ToBeVisibleAsync();
        await Expect(page.Output).ToContainTextAsync("Dear Ann");
        await page.Link("Run with changes").ClickAsync();
        await Expect(page.Variable("name")).ToHaveValueAsync("Ann");
        await page.Variable("name").FillAsync("Bea");
        await page.RunAsync();

        await Expect(page.Output).ToContainTextAsync("Dear Bea");
    }

    [BrowserFact]
    public async Task A_running_one_is_followed_and_can_be_stopped()
    {
        host.Model.Then(ModelReply.Says("So far").ThenHangs());
        var template = await host.Client.CreateTemplateAsync(LabTemplates.NewName(), "Hi");
        using var stream = await host.Client.OpenStreamAsync(template, new { provider = "scripted" });
        var page = await chromium.OpenLabAsync(host.Address, $"/lab/executions/{ExecutionCalls.Id(stream)}");
        await Expect(page.Output).ToHaveTextAsync("So far");

        await page.Button("Stop").ClickAsync();

        await Expect(page.Page.Locator(".output-status")).ToHaveTextAsync("cancelled");
        await Expect(page.Button("Run again")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Filters_stand_in_the_address()
    {
        var (template, id) = await ExecuteAsync("One {{name}}", "offline");
        await ExecuteAsync("Two {{name}}", "offline");
        var page = await chromium.OpenLabAsync(host.Address, "/lab/executions");

        await page.Page.GetByLabel("Template", new() { Exact = true }).SelectOptionAsync(LabTemplates.IdOf(template));
        await Expect(page.Rows("Executions")).ToHaveCountAsync(1);
        await page.Page.GetByLabel("Status", new() { Exact = true }).SelectOptionAsync("failed");
        await Expect(page.Page.GetByText("No execution fits.")).ToBeVisibleAsync();
        await page.Page.GetByLabel("Status", new() { Exact = true }).SelectOptionAsync("completed");
        await page.Page.ReloadAsync();

        await Expect(page.Rows("Executions")).ToHaveCountAsync(1);
        await Expect(page.Rows("Executions").First).ToHaveAttributeAsync("data-id", id);
        await Expect(page.Page.GetByLabel("Status", new() { Exact = true })).ToHaveValueAsync("completed");
    }

    private async Task<(JsonElement Template, string Id)> ExecuteAsync(string content, string provider)
    {
        var template = await host.Client.CreateTemplateAsync(LabTemplates.NewName(), content);
        var execution = await host.Client.ExecuteAsync(template, new { provider, variables = new { name = "Ann" } });
        return (template, ExecutionCalls.Id(execution));
    }
}
