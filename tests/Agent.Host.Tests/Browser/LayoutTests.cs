using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

[Collection(OneBrowser.Name)]
public sealed class LayoutTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task On_a_phone_the_list_of_conversations_is_a_drawer()
    {
        var page = await chromium.OpenAsync(host.Address, new() { ViewportSize = new() { Width = 390, Height = 800 }, HasTouch = true });
        await Expect(page.Conversations.Node).ToBeHiddenAsync();

        await page.OpenDrawerAsync();
        await Expect(page.Conversations.Node).ToBeVisibleAsync();
        await page.PressAsync("Escape");

        await Expect(page.Conversations.Node).ToBeHiddenAsync();
        (await page.OverflowsAsync()).ShouldBeFalse();
    }

    [BrowserFact]
    public async Task Dark_and_light_follow_the_system()
    {
        var dark = await chromium.OpenAsync(host.Address, new() { ColorScheme = Microsoft.Playwright.ColorScheme.Dark });
        var light = await chromium.OpenAsync(host.Address, new() { ColorScheme = Microsoft.Playwright.ColorScheme.Light });

        (await dark.BrightnessAsync()).ShouldBeLessThan(60);
        (await light.BrightnessAsync()).ShouldBeGreaterThan(230);
    }

    [BrowserFact]
    public async Task The_whole_page_comes_from_this_host()
    {
        var page = await chromium.OpenAsync(host.Address);
        await Expect(page.Examples).ToHaveCountAsync(3);

        page.Hosts.ShouldBe([host.Address.Authority]);
        page.Complaints.ShouldBeEmpty();
    }
}
