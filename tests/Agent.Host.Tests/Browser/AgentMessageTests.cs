using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Conversations;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

/// <summary>What the agent writes by itself appears in open pages, once.</summary>
[Collection(OneBrowser.Name)]
public sealed class AgentMessageTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    private readonly Guid _standing = Guid.NewGuid();

    [BrowserFact]
    public async Task A_message_for_the_open_conversation_appears_in_it()
    {
        await PostAsync("The first notice.");
        var page = await chromium.OpenAsync(await AddressAsync());
        await Expect(page.LastAnswer.Text).ToHaveTextAsync("The first notice.");

        await PostAsync("The second notice.");

        await Expect(page.Answers).ToHaveCountAsync(2);
        await Expect(page.LastAnswer.Text).ToHaveTextAsync("The second notice.");
        await Expect(page.Questions).ToHaveCountAsync(0);
        await Expect(page.News).ToHaveCountAsync(0);
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_message_elsewhere_is_told_with_a_way_there_and_marked_until_it_is_read()
    {
        var page = await chromium.OpenAsync(host.Address);
        await ListensAsync(page);

        await PostAsync("Partner traffic has stopped.");
        await Expect(page.News).ToContainTextAsync("Partner traffic has stopped.");
        await Expect(page.Conversations.Unread).ToHaveTextAsync([Title]);
        await page.News.GetByText("Open").ClickAsync();

        await Expect(page.LastAnswer.Text).ToHaveTextAsync("Partner traffic has stopped.");
        await Expect(page.Conversations.Unread).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_message_that_came_while_no_page_was_open_is_marked_and_told_when_one_is()
    {
        var page = await chromium.OpenAsync(host.Address);
        await ListensAsync(page);
        await page.LeaveAsync();

        await PostAsync("While you were away.");
        await page.OpenAsync(host.Address);

        await Expect(page.News).ToContainTextAsync("While you were away.");
        await Expect(page.Conversations.Unread).ToHaveTextAsync([Title]);
    }

    [BrowserFact]
    public async Task Of_two_tabs_one_announces_and_both_show()
    {
        var first = await chromium.OpenAsync(host.Address);
        await ListensAsync(first);
        var second = await first.OpenTabAsync(host.Address);
        await ListensAsync(second);

        await PostAsync("Only once.");

        await Expect(first.Conversations.Unread).ToHaveTextAsync([Title]);
        await Expect(second.Conversations.Unread).ToHaveTextAsync([Title]);
        await Patience.UntilAsync(async () => await first.NewsCountAsync("Only once.") + await second.NewsCountAsync("Only once.") > 0);
        (await first.NewsCountAsync("Only once.") + await second.NewsCountAsync("Only once.")).ShouldBe(1);
    }

    [BrowserFact]
    public async Task When_the_tab_that_listened_is_closed_the_other_goes_on()
    {
        var first = await chromium.OpenAsync(host.Address);
        await ListensAsync(first);
        var second = await first.OpenTabAsync(host.Address);
        await ListensAsync(second);
        await first.CloseTabAsync();

        await PostAsync("Still heard.");

        await Expect(second.News).ToContainTextAsync("Still heard.");
    }

    [BrowserFact]
    public async Task What_came_during_a_broken_connection_is_there_afterwards_once()
    {
        await PostAsync("Before.");
        var page = await chromium.OpenAsync(await AddressAsync());
        await Expect(page.Answers).ToHaveCountAsync(1);
        await page.DisconnectAsync();
        await PostAsync("In the tunnel.");

        await page.ReconnectAsync();
        await PostAsync("After it.");

        await Expect(page.LastAnswer.Text).ToHaveTextAsync("After it.");
        await Expect(page.Answers).ToHaveCountAsync(3);
    }

    private string Title => $"Alerts {_standing:N}"[..14];

    /// <summary>The page hears from now on: a first message has come through.</summary>
    private static async Task ListensAsync(ChatPage page)
    {
        await Expect(page.Examples).ToHaveCountAsync(3);
        await page.HeardAsync();
    }

    private async Task PostAsync(string text) =>
        (await host.Services.GetRequiredService<ConversationRepository>().PostAsync(
            new AgentMessage(Guid.CreateVersion7(), _standing, "local", text, null, "answer") { NewConversationTitle = Title }, CancellationToken.None)).ShouldBeTrue();

    private async Task<Uri> AddressAsync()
    {
        var found = await host.Client.GetFromJsonAsync<JsonElement>($"/api/v1/conversations?search={Uri.EscapeDataString(Title)}");
        return new Uri(host.Address, $"#/c/{found.GetProperty("data")[0].GetProperty("id").GetGuid()}");
    }
}
