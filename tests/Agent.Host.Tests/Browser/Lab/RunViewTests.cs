using System.Net;
using System.Text.Json;
using Microsoft.Playwright;
using PromptLab.Host.Tests.Pipelines;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;
using static PromptLab.Host.Tests.Pipelines.PipelineCalls;

namespace PromptLab.Host.Tests.Browser.Lab;

/// <summary>Runs of pipelines on the page.</summary>
[Collection(OneBrowser.Name)]
public sealed class RunViewTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task A_step_that_fails_is_told_and_the_run_goes_on_from_it()
    {
        var pipeline = await PipelineAsync();
        host.Model.Then(ModelReply.Says("First."), ModelReply.Fails(HttpStatusCode.BadRequest));
        var run = await host.Client.RunPipelineAsync(pipeline, new { text = "abc" });
        var page = await chromium.OpenLabAsync(host.Address, $"/lab/runs/{RunCalls.RunId(run)}");
        await Expect(StepView(page, "two")).ToHaveAttributeAsync("data-status", "failed");
        await Expect(StepView(page, "three")).ToContainTextAsync("skipped");
        host.Model.Then(ModelReply.Says("Second."), ModelReply.Says("Third."));

        await page.Button("Resume").ClickAsync();

        await Expect(page.Page.Locator(".run-step[data-status=completed]")).ToHaveCountAsync(3);
        await Expect(page.Page.Locator(".run-facts")).ToContainTextAsync("2 attempts");
        await Expect(page.Page.Locator(".run-output")).ToHaveTextAsync("Third.");
        await Expect(page.Button("Resume")).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Steps_are_followed_live_also_after_a_reload_and_can_be_stopped()
    {
        var gate = new TaskCompletionSource();
        host.Model.Then(ModelReply.Says("First."), ModelReply.Says("Half ", "of it.").HeldAt(1, gate.Task));
        var page = await chromium.OpenLabAsync(host.Address, $"/lab/pipelines/{(await PipelineAsync()).GetProperty("id").GetString()}");
        var panel = new PipelineView(page).RunPanel;
        await panel.GetByLabel("text").FillAsync("abc");
        await panel.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();
        await Expect(StepView(page, "two")).ToContainTextAsync("Half");

        await page.Page.ReloadAsync();
        await Expect(StepView(page, "one")).ToHaveAttributeAsync("data-status", "completed");
        await Expect(StepView(page, "two")).ToContainTextAsync("Half");
        await page.Button("Stop").ClickAsync();

        await Expect(page.Page.Locator(".run-facts")).ToContainTextAsync("cancelled");
        await Expect(page.Button("Resume")).ToBeVisibleAsync();
        gate.SetResult();
    }

    [BrowserFact]
    public async Task Runs_are_listed_and_filtered_by_the_address()
    {
        var pipeline = await PipelineAsync();
        host.Model.Then(ModelReply.Says("1."), ModelReply.Says("2."), ModelReply.Says("3."));
        await host.Client.RunPipelineAsync(pipeline, new { text = "abc" });
        var page = await chromium.OpenLabAsync(host.Address, $"/lab/runs?pipeline_id={pipeline.GetProperty("id").GetString()}");
        await Expect(page.Rows("Runs")).ToHaveCountAsync(1);

        await page.Page.GetByText("By template, version").ClickAsync();
        await page.Page.GetByLabel("Provider").SelectOptionAsync("scripted");
        await page.Page.GetByLabel("Template", new() { Exact = true }).SelectOptionAsync(pipeline.GetProperty("steps")[0].GetProperty("template_id").GetString()!);
        await page.Page.GetByLabel("Version", new() { Exact = true }).SelectOptionAsync("1");
        await Expect(page.Rows("Runs")).ToHaveCountAsync(1);
        page.Place.ShouldContain("version=1");

        await page.Page.GetByLabel("Status").SelectOptionAsync("failed");

        await Expect(page.Page.GetByText("No run fits.")).ToBeVisibleAsync();
        page.Place.ShouldContain("status=failed");
    }

    private static ILocator StepView(LabPage page, string name) => page.Page.Locator($".run-step[data-step='{name}']");

    private async Task<JsonElement> PipelineAsync() => await host.Client.CreatePipelineAsync(
        $"Pipeline {Guid.NewGuid():N}", ["text"],
        Step("one", await TemplateAsync("One {{text}}"), "one"), Step("two", await TemplateAsync("Two {{one}}"), "two"), Step("three", await TemplateAsync("Three {{two}}"), "three"));

    private Task<JsonElement> TemplateAsync(string content) => host.Client.CreateTemplateAsync(LabTemplates.NewName(), content);
}
