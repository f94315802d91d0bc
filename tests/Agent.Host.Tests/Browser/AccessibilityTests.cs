using Microsoft.Playwright;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

[Collection(OneBrowser.Name)]
public sealed class AccessibilityTests(HostFixture host, Chromium chromium) : IClassFixture<HostFixture>
{
    [BrowserFact]
    public Task A_new_chat_keeps_nobody_out() => CheckAsync(_ => Task.CompletedTask);

    [BrowserFact]
    public Task A_table_keeps_nobody_out() => CheckAsync(page => page.AskAsync("top offers by revenue last week"));

    [BrowserFact]
    public Task A_confirmation_keeps_nobody_out() => CheckAsync(page => page.AskAsync("tracking link for partner 23456 on offer 1002"));

    [BrowserFact]
    public Task A_question_keeps_nobody_out() => CheckAsync(page => page.AskAsync("tracking link for partner 12345"));

    [BrowserFact]
    public Task An_export_keeps_nobody_out() => CheckAsync(page => page.AskAsync("export the fraud report for last week"));

    [BrowserFact]
    public async Task The_demo_of_embedding_keeps_nobody_out() =>
        await CheckAsync(_ => Task.CompletedTask, new Uri(host.Address, "embed-demo/"));

    /// <summary>Light, dark, and on a phone.</summary>
    private async Task CheckAsync(Func<ChatPage, Task> use, Uri? address = null)
    {
        BrowserNewContextOptions[] ways =
        [
            new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce },
            new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce },
            new() { ViewportSize = new() { Width = 390, Height = 800 }, ReducedMotion = ReducedMotion.Reduce },
        ];
        foreach (var way in ways)
        {
            var page = await chromium.OpenAsync(address ?? host.Address, way);
            await Expect(page.Examples).ToHaveCountAsync(3);
            await use(page);

            (await page.ViolationsAsync()).ShouldBeEmpty();

            await page.CloseAsync();
        }
    }
}
