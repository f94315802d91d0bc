using Microsoft.Playwright;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

[Collection(OneBrowser.Name)]
public sealed class EmbedDemoTests(HostFixture host, Chromium chromium) : IClassFixture<HostFixture>
{
    [BrowserFact]
    public async Task What_is_chosen_is_shown_and_stands_in_the_snippet()
    {
        var page = await chromium.OpenAsync(new Uri(host.Address, "embed-demo"), new() { ColorScheme = ColorScheme.Light });

        await page.Field("title").FillAsync("Partner \"desk\"");
        await page.Field("theme").SelectOptionAsync("dark");
        await page.Field("prompts").FillAsync("Who stopped sending traffic?");

        await Expect(page.Examples).ToHaveTextAsync(["Who stopped sending traffic?"]);
        (await page.BrightnessAsync()).ShouldBeLessThan(60);
        await Expect(page.Snippet).ToContainTextAsync("title=\"Partner &quot;desk&quot;\" theme=\"dark\"");
        await Expect(page.Snippet).ToContainTextAsync($"src=\"{host.Address}widget/promptlab-chat.js\"");
        page.Complaints.ShouldBeEmpty();
    }
}
