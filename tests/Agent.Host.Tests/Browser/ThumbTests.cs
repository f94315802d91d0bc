using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

[Collection(OneBrowser.Name)]
public sealed class ThumbTests(HostFixture host, Chromium chromium) : IClassFixture<HostFixture>
{
    [BrowserFact]
    public async Task A_thumb_stays_pressed_after_a_reload_until_it_is_taken_back()
    {
        var page = await chromium.OpenAsync(host.Address);
        var answer = await page.AskAsync("top 3 offers last week");
        await answer.BadAnswer.PressAsync("Enter");
        await Expect(answer.BadAnswer).ToHaveAttributeAsync("aria-pressed", "true");

        await answer.GoodAnswer.ClickAsync();
        await Expect(answer.BadAnswer).ToHaveAttributeAsync("aria-pressed", "false");
        await Expect(page.Toast).ToHaveTextAsync("Thanks, that is noted.");
        await page.ReloadAsync();
        await Expect(page.LastAnswer.GoodAnswer).ToHaveAttributeAsync("aria-pressed", "true");

        await page.LastAnswer.GoodAnswer.ClickAsync();
        await Expect(page.Toast).ToHaveTextAsync("Taken back.");
        await page.ReloadAsync();
        await Expect(page.LastAnswer.GoodAnswer).ToHaveAttributeAsync("aria-pressed", "false");
        page.Complaints.ShouldBeEmpty();
        await page.CloseAsync();
    }
}
