using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using PromptLab.Data.ApiKeys;
using PromptLab.Host.Tests.Executions;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser.Lab;

[Collection(OneBrowser.Name)]
public sealed class DashboardPageTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task It_shows_what_was_run_and_what_failed()
    {
        var name = LabTemplates.NewName();
        var template = await host.Client.CreateTemplateAsync(name, "Hi");
        host.Model.Then(ModelReply.Says("Hello."), ModelReply.Fails(HttpStatusCode.BadRequest));
        await host.Client.ExecuteAsync(template, new { });
        await host.Client.ExecuteAsync(template, new { });

        var page = await chromium.OpenLabAsync(host.Address, "/lab");

        await Expect(Card(page, "Recent templates")).ToContainTextAsync(name);
        await Expect(Card(page, "Failures")).ToContainTextAsync($"{name} v1");
        await Expect(page.Rows("Usage per template version").Filter(new() { HasText = name })).ToContainTextAsync("1 (50.0 %)");
        await Expect(page.Rows("Usage per model").First).ToContainTextAsync("gpt-scripted");
        await Expect(page.Page.Locator(".plot canvas")).ToHaveCountAsync(3);
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Plots_are_read_with_the_keyboard_and_as_tables()
    {
        var template = await host.Client.CreateTemplateAsync(LabTemplates.NewName(), "Hi");
        await host.Client.ExecuteAsync(template, new { provider = "offline" });
        var page = await chromium.OpenLabAsync(host.Address, "/lab?days=7");
        var plot = page.Page.Locator(".plot").First;
        await Expect(plot.Locator("canvas")).ToBeVisibleAsync();

        await plot.Locator(".plot-frame").FocusAsync();
        await page.Page.Keyboard.PressAsync("End");
        await Expect(plot.Locator(".plot-said")).ToContainTextAsync("15 Jan: Failed");
        await plot.GetByText("As a table").ClickAsync();

        await Expect(plot.Locator("tbody tr")).ToHaveCountAsync(7);
    }

    [BrowserFact]
    public async Task Another_range_is_in_the_address()
    {
        await host.Client.CreateTemplateAsync(LabTemplates.NewName(), "Hi");
        var page = await chromium.OpenLabAsync(host.Address, "/lab");

        await page.Button("90 days").ClickAsync();

        await Expect(page.Button("90 days")).ToHaveAttributeAsync("aria-pressed", "true");
        await Expect(page.Page.GetByText("The last 90 days with today")).ToBeVisibleAsync();
        page.Place.ShouldBe("/lab?days=90");
    }

    [BrowserFact]
    public async Task What_failed_in_the_range_is_one_step_away()
    {
        var name = LabTemplates.NewName();
        var template = await host.Client.CreateTemplateAsync(name, "Hi");
        host.Model.Then(ModelReply.Fails(HttpStatusCode.BadRequest));
        await host.Client.ExecuteAsync(template, new { });
        var page = await chromium.OpenLabAsync(host.Address, "/lab?days=7");

        await page.Page.Locator(".tile.bad a").ClickAsync();

        await Expect(page.Rows("Executions").Filter(new() { HasText = name })).ToHaveCountAsync(1);
        await Expect(page.Page.GetByLabel("From")).ToHaveValueAsync("2025-01-09");
        page.Place.ShouldBe("/lab/executions?status=failed&include=evaluations&from=2025-01-09");
    }

    [BrowserFact]
    public async Task A_newcomer_is_led_to_the_first_template()
    {
        var key = await host.Services.GetRequiredService<ApiKeyRepository>().CreateAsync("newcomer", "test", CancellationToken.None);
        var page = await chromium.OpenLabAsync(host.Address, "/lab", key.Key);

        await page.Link("Write the first template").ClickAsync();

        await Expect(page.Heading).ToHaveTextAsync("New template");
    }

    private static ILocator Card(LabPage page, string name) => page.Page.GetByRole(AriaRole.Region, new() { Name = name, Exact = true });
}
