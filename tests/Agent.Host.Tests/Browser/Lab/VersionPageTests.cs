using Microsoft.Playwright;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser.Lab;

[Collection(OneBrowser.Name)]
public sealed class VersionPageTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task Any_two_versions_are_compared_word_by_word_at_an_address_of_their_own()
    {
        var place = await host.TemplateAsync("Write a short mail", "Write a long mail", "Write a long letter");
        var page = await chromium.OpenLabAsync(host.Address, $"{place}/versions");
        await Expect(page.Difference("Difference of the prompt").Locator("ins")).ToContainTextAsync("letter");

        await page.Page.GetByLabel("Compare from v1", new() { Exact = true }).CheckAsync();

        await Expect(page.Difference("Difference of the prompt").Locator("del")).ToHaveCountAsync(2);
        await Expect(page.Page).ToHaveURLAsync(new Uri(host.Address, $"{place}/versions?from=1&to=3").ToString());
        await page.Page.ReloadAsync();
        await Expect(page.Page.GetByRole(AriaRole.Heading, new() { Name = "From v1 to v3" })).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task An_earlier_version_is_restored_as_a_new_one()
    {
        var place = await host.TemplateAsync("The good text", "The bad text");
        var page = await chromium.OpenLabAsync(host.Address, $"{place}/versions");

        await page.Button("Restore v1").ClickAsync();

        await Expect(page.Toast).ToHaveTextAsync("v1 is back as v3.");
        await Expect(page.Page.Locator(".version-item")).ToHaveCountAsync(3);
        await page.OpenAsync(place);
        await Expect(page.Prompt).ToHaveValueAsync("The good text");
    }

    [BrowserFact]
    public async Task A_protected_label_moves_after_asking_and_stays_protected()
    {
        var place = await host.TemplateAsync("One", "Two");
        var page = await chromium.OpenLabAsync(host.Address, $"{place}/versions");
        await page.Page.GetByLabel("Name of the new label").FillAsync("production");
        await page.Page.GetByLabel("Version of the new label").SelectOptionAsync("1");
        await page.Button("Add").ClickAsync();
        await Expect(page.Toast).ToHaveTextAsync("production stands for v1.");

        await page.Page.GetByLabel("Version of production").SelectOptionAsync("2");
        await page.Dialog.GetByRole(AriaRole.Button, new() { Name = "Move it" }).ClickAsync();

        await Expect(page.Toast).ToHaveTextAsync("production stands for v2.");
        var label = (await host.Client.GetJsonAsync(place.Replace("/lab", "/api/v1", StringComparison.Ordinal))).GetProperty("template").GetProperty("labels")[0];
        (label.GetProperty("version").GetInt32(), label.GetProperty("is_protected").GetBoolean()).ShouldBe((2, true));
    }

    [BrowserFact]
    public async Task One_version_is_shown_at_its_own_address()
    {
        var place = await host.TemplateAsync("The first text", "The second text");

        var page = await chromium.OpenLabAsync(host.Address, $"{place}/versions?version=1");

        await Expect(page.Page.GetByRole(AriaRole.Region, new() { Name = "Prompt" }).Locator(".prompt-box")).ToHaveTextAsync("The first text");
    }
}
