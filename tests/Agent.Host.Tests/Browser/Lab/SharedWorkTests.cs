using Microsoft.Playwright;
using PromptLab.Host.Tests.Datasets;
using PromptLab.Host.Tests.Pipelines;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser.Lab;

/// <summary>What somebody else shares with the team is read and used; changing it is not offered.</summary>
[Collection(OneBrowser.Name)]
public sealed class SharedWorkTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task A_pipeline_of_somebody_else_is_read_with_the_keyboard_and_not_changed()
    {
        var (_, page, pipeline) = await OpenPipelineAsync();

        await pipeline.Field(1, "Template").FocusAsync();
        await Expect(pipeline.Field(1, "Template")).ToBeFocusedAsync();
        await page.Page.Keyboard.PressAsync("Tab");
        await Expect(pipeline.Field(1, "Version")).ToBeFocusedAsync();

        await Expect(page.Page.GetByText("Shared by anna: run it, or save a copy; only anna changes it.")).ToBeVisibleAsync();
        await Expect(page.Name.First).ToHaveAttributeAsync("readonly", "");
        await Expect(pipeline.Value(1, "name")).ToHaveAttributeAsync("readonly", "");
        await Expect(pipeline.Field(1, "Version").Locator("option")).ToHaveCountAsync(1);
        foreach (var name in new[] { "Save", "Delete", "Add input", "Remove the input", "Add template step", "Remove the step" })
        {
            await Expect(page.Button(name)).ToBeHiddenAsync();
        }

        (await Accessibility.ViolationsAsync(page.Page)).ShouldBeEmpty();
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_pipeline_of_somebody_else_is_run()
    {
        var (name, page, pipeline) = await OpenPipelineAsync();

        await pipeline.RunPanel.GetByLabel("name").FillAsync("Bo");
        await pipeline.RunPanel.GetByRole(AriaRole.Button, new() { Name = "Run", Exact = true }).ClickAsync();

        await Expect(page.Heading).ToHaveTextAsync($"Run of {name}");
        await Expect(page.Page.Locator(".run-step[data-status=completed]")).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_copy_of_a_pipeline_is_ones_own()
    {
        var (name, page, _) = await OpenPipelineAsync();

        await page.Button("Save a copy").ClickAsync();

        await Expect(page.Heading).ToHaveTextAsync($"{name} (copy)");
        await Expect(page.Button("Delete")).ToBeVisibleAsync();
        await page.Name.First.FillAsync("My own");
        await page.SaveAsync();
        await Expect(page.Heading).ToHaveTextAsync("My own");
    }

    [BrowserFact]
    public async Task Rows_and_evaluators_of_somebody_elses_dataset_are_read_and_not_changed()
    {
        var (id, page) = await OpenDatasetAsync();
        await Expect(page.Page.GetByText("only anna changes it.")).ToBeVisibleAsync();
        await Expect(page.Page.GetByLabel("text of row 1")).ToHaveAttributeAsync("readonly", "");
        await Expect(page.Button("Export CSV")).ToBeVisibleAsync();
        foreach (var name in new[] { "Delete", "Import", "Add column", "Add", "Remove row 1" })
        {
            await Expect(page.Button(name)).ToBeHiddenAsync();
        }

        (await Accessibility.ViolationsAsync(page.Page)).ShouldBeEmpty();
        await page.OpenAsync($"/lab/datasets/{id}?view=evaluators");

        await Expect(page.Page.GetByLabel("Check", new() { Exact = true }).Locator("option")).ToHaveTextAsync(["Contains"]);
        await Expect(page.Name.First).ToHaveAttributeAsync("readonly", "");
        await page.Page.GetByLabel("Case does not matter").FocusAsync();
        await page.Page.Keyboard.PressAsync("Space");
        await Expect(page.Page.GetByLabel("Case does not matter")).Not.ToBeCheckedAsync();
        await Expect(page.Button("Save")).ToBeHiddenAsync();
        await Expect(page.Button("Add evaluator")).ToBeHiddenAsync();
        (await Accessibility.ViolationsAsync(page.Page)).ShouldBeEmpty();
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_dataset_of_somebody_else_is_evaluated()
    {
        var (_, page) = await OpenDatasetAsync();

        await page.Link("Evaluate").ClickAsync();
        await page.Page.GetByLabel("Provider", new() { Exact = true }).SelectOptionAsync("offline");
        await page.Button("Evaluate").ClickAsync();

        await Expect(page.Page.Locator(".result")).ToHaveCountAsync(1);
        await Expect(page.Page.Locator(".run-facts")).ToContainTextAsync("completed");
    }

    private async Task<(string Name, LabPage Page, PipelineView Pipeline)> OpenPipelineAsync()
    {
        using var anna = await host.SignInAsync("anna");
        var template = await anna.CreateTemplateAsync(LabTemplates.NewName(), "Hi {{name}}", new { sharing = "team" });
        var name = $"Pipeline {Guid.NewGuid():N}";
        var pipeline = await anna.CreatePipelineAsync(
            name, ["name"], new { name = "greet", template_id = PipelineCalls.TemplateId(template), inputs = new { name = "{{name}}" }, provider = "offline" });
        await anna.ChangePipelineAsync(pipeline, new { sharing = "team" });
        var page = await chromium.OpenLabAsync(host.Address, $"/lab/pipelines/{pipeline.GetProperty("id").GetString()}");
        return (name, page, new PipelineView(page));
    }

    private async Task<(string Id, LabPage Page)> OpenDatasetAsync()
    {
        using var anna = await host.SignInAsync("anna");
        var template = await anna.CreateTemplateAsync(LabTemplates.NewName(), "Shorten {{text}}", new { sharing = "team" });
        var more = new { template_id = PipelineCalls.TemplateId(template), sharing = "team", evaluators = new[] { new { kind = "contains" } } };
        var dataset = await anna.CreateDatasetAsync($"Dataset {Guid.NewGuid():N}", more, new { variables = new { text = "one" }, expected = "one" });
        var id = dataset.GetProperty("id").GetString()!;
        return (id, await chromium.OpenLabAsync(host.Address, $"/lab/datasets/{id}"));
    }
}
