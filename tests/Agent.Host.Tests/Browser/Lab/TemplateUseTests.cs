using Microsoft.Playwright;
using PromptLab.Host.Tests.Datasets;
using PromptLab.Host.Tests.Pipelines;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser.Lab;

/// <summary>A template that pipelines use is not changed or deleted unawares.</summary>
[Collection(OneBrowser.Name)]
public sealed class TemplateUseTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task Deleting_lists_what_uses_it_and_keeps_it_unless_one_insists()
    {
        var (name, pipeline) = (LabTemplates.NewName(), $"Pipeline {Guid.NewGuid():N}");
        var saved = await host.Client.CreateTemplateAsync(name, "Hi");
        await host.Client.CreatePipelineAsync(pipeline, [], PipelineCalls.Step("greet", saved, "greeting"));
        var page = await chromium.OpenLabAsync(host.Address, LabTemplates.PlaceOf(saved));
        await page.Button("Delete").ClickAsync();
        await page.Dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();

        await Expect(page.Dialog).ToContainTextAsync($"Pipeline {pipeline}: greet (newest)");
        await page.Dialog.GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Expect(page.Heading).ToHaveTextAsync(name);
        await page.Button("Delete").ClickAsync();
        await page.Dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();
        await page.Dialog.GetByRole(AriaRole.Button, new() { Name = "Delete all the same" }).ClickAsync();

        await Expect(page.Heading).ToHaveTextAsync("Templates");
    }

    [BrowserFact]
    public async Task What_becomes_of_a_dataset_has_a_sentence_of_its_own()
    {
        var (name, dataset) = (LabTemplates.NewName(), $"Dataset {Guid.NewGuid():N}");
        var saved = await host.Client.CreateTemplateAsync(name, "Hi");
        await host.Client.CreateDatasetAsync(dataset, new { template_id = PipelineCalls.TemplateId(saved) });
        var page = await chromium.OpenLabAsync(host.Address, LabTemplates.PlaceOf(saved));

        await page.Button("Delete").ClickAsync();
        await page.Dialog.GetByRole(AriaRole.Button, new() { Name = "Delete" }).ClickAsync();

        await Expect(page.Dialog).ToContainTextAsync($"These would not be evaluated any more:Dataset {dataset}");
        await Expect(page.Dialog).Not.ToContainTextAsync("would not run");
    }

    [BrowserFact]
    public async Task What_follows_the_newest_version_is_told_before_saving_and_counted_in_the_list()
    {
        var (name, pipeline) = (LabTemplates.NewName(), $"Pipeline {Guid.NewGuid():N}");
        var saved = await host.Client.CreateTemplateAsync(name, "Hi");
        await host.Client.CreatePipelineAsync(pipeline, [], PipelineCalls.Step("greet", saved, "greeting"));
        var page = await chromium.OpenLabAsync(host.Address, LabTemplates.PlaceOf(saved));

        await page.Prompt.FillAsync("Hello");

        await Expect(page.Page.Locator(".save-touched")).ToContainTextAsync(pipeline);
        await page.SaveAsync();
        await Expect(page.SaveState).ToHaveTextAsync("Saved as v2");
        await Expect(page.Page.Locator(".page-sub").First).ToContainTextAsync("Used in 1 pipeline");
        await page.OpenAsync($"/lab/templates?search={Uri.EscapeDataString(name)}");
        await Expect(page.Link("Used in 1 pipeline")).ToBeVisibleAsync();
    }
}
