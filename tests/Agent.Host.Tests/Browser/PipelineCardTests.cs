using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PromptLab.Data.ApiKeys;
using PromptLab.Host.Tests.Embedding;
using PromptLab.Host.Tests.Hosting;
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

    [BrowserFact]
    public async Task On_a_page_of_another_site_the_card_leads_to_the_run_in_the_lab_of_the_service()
    {
        await using var site = await ForeignSite.StartAsync();
        var service = new HostFixture();
        await service.StartAsync("--Embedding:Origins:0", site.Address.ToString().TrimEnd('/'));
        site.Use(service.Address, (await service.Services.GetRequiredService<ApiKeyRepository>().CreateAsync("intranet", "site", default)).Key);
        using var anna = await service.SignInAsync("intranet/anna");
        await anna.CreatePipelineAsync("Weekly", [], PipelineCalls.Tool("figures", "performance_summary", new { date_range = "last week" }, "figures"));
        var page = await chromium.OpenAsync(site.Address);

        var card = (await page.AskAsync("run pipeline Weekly")).Card("run");

        await Expect(card.State).ToHaveTextAsync("Done");
        var run = (await anna.GetJsonAsync(RunCalls.RunsRoot)).GetProperty("data")[0].GetProperty("id").GetString();
        await Expect(card.Node.GetByRole(AriaRole.Link, new() { Name = "Open in the lab" })).ToHaveAttributeAsync("href", $"{service.Address}lab/runs/{run}");
        await page.CloseAsync();
        await service.DisposeAsync();
    }
}
