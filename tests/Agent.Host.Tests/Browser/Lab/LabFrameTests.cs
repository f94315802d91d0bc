using System.Net;
using Microsoft.Playwright;
using PromptLab.Data.ApiKeys;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Host.Tests.Templates;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser.Lab;

/// <summary>What all pages of the lab have in common.</summary>
[Collection(OneBrowser.Name)]
public sealed class LabFrameTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [Theory]
    [InlineData("/lab")]
    [InlineData("/lab/")]
    [InlineData("/lab/templates/0194699f-ade0-71fc-a856-a91729f04498/versions")]
    [InlineData("/lab/compare?ids=1,2")]
    public async Task Every_address_of_the_lab_is_the_page(string path)
    {
        using var response = await host.Client.GetAsync(path);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self'");
    }

    [Fact]
    public async Task A_file_that_the_lab_does_not_have_is_not_found()
    {
        using var response = await host.Client.GetAsync("/lab/no-such-file.js");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [BrowserFact]
    public async Task The_chat_leads_to_the_lab_and_the_lab_back()
    {
        var page = await chromium.OpenLabAsync(host.Address, "/lab/templates");

        await page.Link("Chat").ClickAsync();
        await page.Link("Lab").ClickAsync();

        await Expect(page.Heading).ToBeVisibleAsync();
        page.Hosts.ShouldBe([host.Address.Authority]);
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task Back_and_forward_go_from_page_to_page_and_the_title_tells_which()
    {
        var name = LabTemplates.NewName();
        await host.Client.CreateTemplateAsync(name, "Hi");
        var page = await chromium.OpenLabAsync(host.Address, $"/lab/templates?search={Uri.EscapeDataString(name)}");
        await page.Link(name).ClickAsync();
        await Expect(page.Page).ToHaveTitleAsync($"{name} · Prompt lab");
        await Expect(page.Heading).ToBeFocusedAsync();

        await page.Page.GoBackAsync();
        await Expect(page.Heading).ToHaveTextAsync("Templates");
        await page.Page.GoForwardAsync();

        await Expect(page.Heading).ToHaveTextAsync(name);
    }

    [BrowserFact]
    public async Task Somebody_else_sees_none_of_it_until_it_is_shared_and_then_only_reads()
    {
        var name = LabTemplates.NewName();
        var saved = await host.Client.CreateTemplateAsync(name, "Hi");
        var key = await host.Services.GetRequiredService<ApiKeyRepository>().CreateAsync("anna", "test", CancellationToken.None);
        var page = await chromium.OpenLabAsync(host.Address, LabTemplates.PlaceOf(saved), key.Key);
        await Expect(page.Alert).ToContainTextAsync("There is no such template");
        await page.OpenAsync("/lab/templates");
        await Expect(page.Page.GetByText("No templates yet.")).ToBeVisibleAsync();
        await page.OpenAsync("/lab/executions");
        await Expect(page.Page.GetByText("Nothing was run yet.")).ToBeVisibleAsync();

        await host.Client.ChangeTemplateAsync(saved, new { sharing = "team" });
        await page.OpenAsync(LabTemplates.PlaceOf(saved));

        await Expect(page.Prompt).ToHaveAttributeAsync("readonly", "");
        await Expect(page.Page.GetByText("shares this template with the team")).ToBeVisibleAsync();
        await page.Button("Save a copy").ClickAsync();
        await Expect(page.Heading).ToHaveTextAsync($"{name} (copy)");
    }

    [BrowserFact]
    public async Task A_key_that_is_not_accepted_is_asked_for_again()
    {
        var key = await host.Services.GetRequiredService<ApiKeyRepository>().CreateAsync("berta", "test", CancellationToken.None);
        var page = await chromium.OpenLabAsync(host.Address, "/lab/templates");
        await page.Page.EvaluateAsync("localStorage.setItem('promptlab-lab:key', 'wrong')");
        await page.Page.ReloadAsync();

        await page.Dialog.GetByLabel("API key").FillAsync(key.Key);
        await page.Dialog.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await Expect(page.Page.GetByText("No templates yet.")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task On_a_phone_the_menu_is_a_drawer_and_nothing_is_too_wide()
    {
        var place = await host.TemplateAsync("Hi {{name}}, this is a text that is long enough to need several lines on a phone", "Hello {{name}}");
        var page = await chromium.OpenLabAsync(host.Address, place, options: new() { ViewportSize = new() { Width = 390, Height = 800 } });
        (await page.OverflowsAsync()).ShouldBeFalse();
        foreach (var other in new[] { $"{place}/run", $"{place}/versions", $"/lab/compare?template={place[(place.LastIndexOf('/') + 1)..]}", "/lab/executions", "/lab/templates" })
        {
            await page.OpenAsync(other);
            (await page.OverflowsAsync()).ShouldBeFalse(other);
        }

        await page.Button("Menu").ClickAsync();
        await Expect(page.Link("Executions")).ToBeVisibleAsync();
        await page.Page.Keyboard.PressAsync("Escape");
        await Expect(page.Link("Executions")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Dark_and_light_follow_the_system_until_one_is_chosen()
    {
        var page = await chromium.OpenLabAsync(host.Address, "/lab/templates", options: new() { ColorScheme = ColorScheme.Dark });
        (await page.BrightnessAsync()).ShouldBeLessThan(60);

        await page.Button("Theme: system").ClickAsync();
        (await page.BrightnessAsync()).ShouldBeGreaterThan(230);
        await page.Page.ReloadAsync();

        await Expect(page.Button("Theme: light")).ToBeVisibleAsync();
        (await page.BrightnessAsync()).ShouldBeGreaterThan(230);
    }
}
