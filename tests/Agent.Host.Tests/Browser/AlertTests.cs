using PromptLab.Host.Tests.Alerts;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

/// <summary>An alert in the open page, and what a person does with it.</summary>
[Collection(OneBrowser.Name)]
public sealed class AlertTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    private const string Title = "4 partners with clicks on default landing pages (2025-01-14)";

    [BrowserFact]
    public async Task An_alert_comes_into_the_open_page_and_goes_through_its_life()
    {
        var page = await chromium.OpenAsync(host.Address);
        await page.HeardAsync();
        await (await RunAsync("default_pages"))();
        await Expect(page.News).ToContainTextAsync(Title);
        await page.News.GetByText("Open").ClickAsync();

        var card = page.LastAnswer.Card("alert");
        await Expect(card.Title).ToContainTextAsync(Title);
        await Expect(card.State).ToHaveTextAsync("New");
        await card.PressAsync("Acknowledge");
        await Expect(card.State).ToHaveTextAsync("Acknowledged");
        await Expect(card.Button("Acknowledge")).ToHaveCountAsync(0);
        await card.Node.GetByLabel("Snooze").SelectOptionAsync("until tomorrow");
        await Expect(card.State).ToHaveTextAsync("Snoozed");
        await Expect(card.Node).ToContainTextAsync("Quiet until");
        await card.PressAsync("Resolve");
        await Expect(card.State).ToHaveTextAsync("Resolved");
        await page.ReloadAsync();

        await Expect(page.LastAnswer.Card("alert").State).ToHaveTextAsync("Resolved");
        await Expect(page.Answers).ToHaveCountAsync(1);
        await page.LastAnswer.Card("alert").PressAsync("Reopen");
        await Expect(page.LastAnswer.Card("alert").Button("Acknowledge")).ToBeVisibleAsync();
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task What_is_done_with_it_elsewhere_is_seen_at_once()
    {
        var run = await RunAsync("paused_partners");
        await run();
        var alert = (await host.Client.ListAsync())[0].GetProperty("id").GetGuid();
        var page = await chromium.OpenAsync(host.Address);
        await page.Conversations.SelectAsync("Alerts");
        var card = page.LastAnswer.Card("alert");
        await Expect(card.State).ToHaveTextAsync("New");

        await host.Client.SendAsync(HttpMethod.Post, $"/api/v1/alerts/{alert}/ack");

        await Expect(card.State).ToHaveTextAsync("Acknowledged");
        await Expect(card.Node).ToContainTextAsync("Acknowledged by local");
    }

    /// <summary>A rule of the local user; what comes back runs it once.</summary>
    private async Task<Func<Task>> RunAsync(string kind)
    {
        var rule = await host.Client.AddRuleAsync(kind, "local");
        return async () => (await host.RunRuleAsync(rule)).IsSuccess.ShouldBeTrue();
    }
}
