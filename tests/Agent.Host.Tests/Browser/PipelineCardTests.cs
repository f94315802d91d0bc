using Microsoft.Playwright;
using PromptLab.Host.Tests.Pipelines;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

/// <summary>A run of a pipeline as the chat shows it.</summary>
[Collection(OneBrowser.Name)]
public sealed class PipelineCardTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task The_card_tells_each_step_and_unfolds_what_it_gave()
    {
        var template = await host.Client.CreateTemplateAsync("Comment in a card", "Comment on {{figures}}");
        await host.Client.CreatePipelineAsync(
            "Carded", [], PipelineCalls.Tool("figures", "performance_summary", new { date_range = "last week" }, "figures"),
            new { name = "comment", template_id = PipelineCalls.TemplateId(template), provider = "offline" });
        host.Model.Then(ModelReply.Calls("run_pipeline", """{"pipeline":"Carded"}"""));
        var page = await chromium.OpenAsync(host.Address);

        var card = (await page.AskAsync("run the pipeline")).Card("run");
        var figures = card.Node.Locator(".run-steps > li").First;
        await Expect(figures.GetByRole(AriaRole.Table)).ToBeHiddenAsync();
        await figures.Locator("summary").ClickAsync();

        await Expect(card.State).ToHaveTextAsync("Done");
        await Expect(card.Title).ToHaveTextAsync("Carded");
        await Expect(card.Node.Locator(".run-step-name")).ToHaveTextAsync(["figures", "comment"]);
        await Expect(card.Node.Locator(".run-step-state")).ToHaveTextAsync(["Done", "Done"]);
        await Expect(figures.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        page.Complaints.ShouldBeEmpty();
    }
}
