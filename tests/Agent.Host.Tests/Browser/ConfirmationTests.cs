using System.Net.Http.Json;
using System.Text.Json;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

/// <summary>A link that needs an approval, from the card to the link.</summary>
[Collection(OneBrowser.Name)]
public sealed class ConfirmationTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    private ChatPage _page = null!;

    [BrowserFact]
    public async Task A_confirmed_card_gives_the_link_and_says_so_also_after_a_reload()
    {
        var card = await ProposeAsync(34567, 1002);
        await Expect(card.State).ToHaveTextAsync("Waiting for you");
        await Expect(card.Node).ToContainTextAsync("Can be confirmed for 14:");

        await card.PressAsync("Confirm");

        var link = _page.LastAnswer.Card("link");
        await Expect(link.Fact("Partner")).ToHaveTextAsync("Digital Marketing Pro (34567)");
        await Expect(card.State).ToHaveTextAsync("Confirmed");
        await Expect(card.Buttons).ToHaveCountAsync(0);
        await _page.ReloadAsync();
        await Expect(Card().State).ToHaveTextAsync("Confirmed");
        await Expect(Card().Buttons).ToHaveCountAsync(0);
        await Expect(_page.Questions).ToHaveTextAsync(["a link, please", "Confirm"]);
        _page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_link_can_be_copied()
    {
        host.Model.Then(ModelReply.Calls("tracking_link", """{"partner":"12345","offer":"1002"}"""));
        _page = await chromium.OpenAsync(host.Address, new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var answer = await _page.AskAsync("a link, please");
        var address = await answer.Card("link").Node.Locator("a").GetAttributeAsync("href");

        await answer.Card("link").PressAsync("Copy");

        await Expect(_page.Toast).ToContainTextAsync("Link copied.");
        (await _page.ClipboardAsync()).ShouldBe(address);
    }

    [BrowserFact]
    public async Task A_cancelled_card_says_that_nothing_was_changed()
    {
        var card = await ProposeAsync(34567, 1108);

        await card.PressAsync("Cancel");

        await Expect(card.State).ToHaveTextAsync("Cancelled");
        await Expect(card.Node).ToContainTextAsync("Nothing was changed");
        await Expect(card.Buttons).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task Two_clicks_are_one_yes()
    {
        var card = await ProposeAsync(45678, 1004);

        await card.Button("Confirm").DblClickAsync();

        await Expect(card.State).ToHaveTextAsync("Confirmed");
        await Expect(_page.Questions).ToHaveTextAsync(["a link, please", "Confirm"]);
    }

    [BrowserFact]
    public async Task What_is_decided_elsewhere_is_seen_at_once_with_its_outcome()
    {
        var card = await ProposeAsync(56789, 1004);
        using var confirmed = await host.Client.PostAsync($"/api/v1/pending-actions/{await PendingAsync()}/confirm", null);

        confirmed.EnsureSuccessStatusCode();

        await Expect(card.State).ToHaveTextAsync("Confirmed");
        await Expect(card.Buttons).ToHaveCountAsync(0);
        await Expect(_page.LastAnswer.Card("link").Fact("Partner")).ToContainTextAsync("(56789)");
        await Expect(_page.Questions).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task When_the_time_is_up_the_buttons_are_gone()
    {
        var card = await ProposeAsync(56789, 1108);

        host.Clock.MoveTo(host.Clock.GetUtcNow().AddMinutes(16));

        await Expect(card.State).ToHaveTextAsync("Expired");
        await Expect(card.Buttons).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task A_decision_that_does_not_get_through_can_be_made_again()
    {
        var card = await ProposeAsync(23456, 1108);
        await _page.DisconnectAsync();
        await card.PressAsync("Confirm");
        await Expect(card.Error).ToContainTextAsync("could not be reached");

        await _page.ReconnectAsync();
        await card.PressAsync("Confirm");

        await Expect(card.State).ToHaveTextAsync("Confirmed");
    }

    private CardView Card() => _page.Answer(0).Card("confirmation");

    private async Task<CardView> ProposeAsync(int partner, int offer)
    {
        host.Model.Then(ModelReply.Calls("tracking_link", $$"""{"partner":"{{partner}}","offer":"{{offer}}"}"""));
        _page = await chromium.OpenAsync(host.Address);
        await _page.AskAsync("a link, please");
        return Card();
    }

    private async Task<Guid> PendingAsync()
    {
        var actions = await host.Client.GetFromJsonAsync<JsonElement>("/api/v1/pending-actions?status=pending");
        return actions.GetProperty("data")[0].GetProperty("id").GetGuid();
    }
}
