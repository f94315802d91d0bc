using Microsoft.Playwright;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser.Lab;

[Collection(OneBrowser.Name)]
public sealed class ComparePageTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task Two_versions_stream_side_by_side_and_are_compared()
    {
        var gate = new TaskCompletionSource();
        host.Model.Always(request => request.LastText.StartsWith("Long", StringComparison.Ordinal) ? ModelReply.Says("A long ", "answer").HeldAt(1, gate.Task) : ModelReply.Says("A short answer"));
        var place = await host.TemplateAsync("Short {{name}}", "Long {{name}}");
        var page = await chromium.OpenLabAsync(host.Address, $"{place}/versions");
        await page.Link("Run both").ClickAsync();
        await page.Variable("name").FillAsync("Ann");

        await page.RunAsync();
        await Expect(Output(page, "A")).ToHaveTextAsync("A short answer");
        await Expect(Output(page, "B")).ToHaveTextAsync("A long ");
        gate.SetResult();

        await Expect(Output(page, "B")).ToHaveTextAsync("A long answer");
        await Expect(page.Difference("Difference from A to B").Locator("ins")).ToContainTextAsync("long");
        await Expect(Figures(page).Nth(1)).ToContainTextAsync("gpt-scripted");
        page.Place.ShouldStartWith("/lab/compare?ids=");
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_comparison_has_an_address_and_any_run_can_be_the_base()
    {
        host.Model.Always(request => ModelReply.Says($"It says {request.LastText}"));
        var page = await CompareAsync("One", "Two");

        await page.Page.ReloadAsync();
        await Expect(Output(page, "A")).ToHaveTextAsync("It says One");
        await page.Page.GetByLabel("Compare with", new() { Exact = true }).SelectOptionAsync([new SelectOptionValue { Label = "B · v2" }]);

        await Expect(page.Difference("Difference from B to A").Locator("ins")).ToContainTextAsync("One");
        page.Place.ShouldContain("&base=");
    }

    [BrowserFact]
    public async Task A_run_that_cannot_start_is_told_at_its_place_and_none_starts()
    {
        var template = await host.TemplateAsync("Hi {{name}}");
        var page = await chromium.OpenLabAsync(host.Address, $"/lab/compare?template={template[(template.LastIndexOf('/') + 1)..]}");

        await page.RunAsync();
        await page.Button("Run all").ClickAsync();

        await Expect(page.Variable("name")).ToHaveAttributeAsync("aria-invalid", "true");
        await Expect(page.Alert.First).ToContainTextAsync("Nothing was run");
        await Expect(page.Run("A").And(page.Page.GetByRole(AriaRole.Article))).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Ticked_executions_are_compared()
    {
        host.Model.Always(request => ModelReply.Says($"It says {request.LastText}"));
        var first = await CompareAsync("Uno", "Due");
        await first.OpenAsync($"/lab/executions?template_id={await TemplateOfAsync(first)}");
        await Expect(first.Rows("Executions")).ToHaveCountAsync(2);

        await first.Rows("Executions").Nth(0).GetByRole(AriaRole.Checkbox).CheckAsync();
        await Expect(first.Page.GetByText("Tick one more to compare")).ToBeVisibleAsync();
        await first.Rows("Executions").Nth(1).GetByRole(AriaRole.Checkbox).CheckAsync();
        await first.Link("Compare").ClickAsync();

        await Expect(Output(first, "B")).ToContainTextAsync("It says");
        await Expect(Figures(first)).ToHaveCountAsync(2);
    }

    private async Task<LabPage> CompareAsync(string one, string two)
    {
        var template = await host.TemplateAsync(one, two);
        var page = await chromium.OpenLabAsync(host.Address, $"/lab/compare?template={template[(template.LastIndexOf('/') + 1)..]}&versions=1,2");
        await page.Button("Run all").ClickAsync();
        await Expect(Figures(page)).ToHaveCountAsync(2);
        return page;
    }

    private static async Task<string> TemplateOfAsync(LabPage page)
    {
        var link = (await page.Page.Locator(".crumbs a").Last.GetAttributeAsync("href"))!;
        return link[(link.LastIndexOf('/') + 1)..];
    }

    private static ILocator Output(LabPage page, string letter) => page.Page.GetByRole(AriaRole.Region, new() { Name = $"Output of {letter}" }).Locator(".output-text");

    private static ILocator Figures(LabPage page) => page.Page.Locator(".compare-table tbody tr");
}
