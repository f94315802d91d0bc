using Microsoft.Playwright;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

/// <summary>What goes wrong is said in plain words, with a way on.</summary>
[Collection(OneBrowser.Name)]
public sealed class TroubleTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    private readonly NetworkFaults _network = new(host);

    [BrowserFact]
    public async Task When_the_network_fails_the_question_can_be_asked_again()
    {
        host.Model.Then(ModelReply.Calls("top_offers", "{}"), ModelReply.Calls("top_offers", "{}"));
        await _network.FailAsync();
        var page = await chromium.OpenAsync(host.Address);
        await page.AskAsync("top offers");
        await Expect(page.LastAnswer.Retry).ToBeVisibleAsync();
        await Expect(page.LastAnswer.Text).ToContainTextAsync("Reference:");
        await Expect(page.LastAnswer.Table).ToHaveCountAsync(0);

        await _network.HealAsync();
        await page.LastAnswer.Retry.ClickAsync();

        await Expect(page.LastAnswer.Rows).ToHaveCountAsync(10);
        await Expect(page.Questions).ToHaveTextAsync(["top offers", "top offers"]);
    }

    [BrowserFact]
    public async Task What_asking_again_cannot_mend_is_not_offered_again()
    {
        host.Model.Then(ModelReply.Calls("top_offers", "{}"));
        await _network.RejectKeyAsync();
        var page = await chromium.OpenAsync(host.Address);

        var answer = await page.AskAsync("top offers");

        await Expect(answer.Text).ToContainTextAsync("rejects our key");
        await Expect(answer.Retry).ToHaveCountAsync(0);
        await _network.HealAsync();
    }

    [BrowserFact]
    public async Task When_the_model_fails_the_person_gets_a_reference_and_can_ask_again()
    {
        host.Model.Then(ModelReply.Fails(System.Net.HttpStatusCode.BadRequest), ModelReply.Says("All is well again."));
        var page = await chromium.OpenAsync(host.Address);

        var failed = await page.AskAsync("are you there?");
        await Expect(failed.Error).ToContainTextAsync("Reference:");
        await failed.Retry.ClickAsync();

        await Expect(page.LastAnswer.Text).ToHaveTextAsync("All is well again.");
    }

    [BrowserFact]
    public async Task A_failed_turn_still_tells_its_error_after_a_reload()
    {
        host.Model.Then(ModelReply.Fails(System.Net.HttpStatusCode.BadRequest));
        var page = await chromium.OpenAsync(host.Address);
        await page.AskAsync("will this work?");

        await page.ReloadAsync();

        await Expect(page.LastAnswer.Error).ToContainTextAsync("Reference:");
    }

    [BrowserFact]
    public async Task Text_that_strangers_wrote_is_shown_and_never_run()
    {
        const string text = "Offer <img src=x onerror=\"document.title='owned'\"> and <script>document.title='owned'</script>\n\n"
            + "[press](javascript:document.title='owned') ![pixel](https://elsewhere.example/pixel.png) [fine](https://everflow.example/help)";
        host.Model.Then(ModelReply.Says(text));
        var page = await chromium.OpenAsync(host.Address);

        var answer = await page.AskAsync("show me the name");

        await Expect(answer.Text).ToContainTextAsync("<script>document.title='owned'</script>");
        await Expect(answer.Text.Locator("img, script, [onerror]")).ToHaveCountAsync(0);
        (await answer.Text.GetByRole(AriaRole.Link).EvaluateAllAsync<string[]>("links => links.map(link => link.getAttribute('href'))"))
            .ShouldBe(["https://everflow.example/help"]);
        (await page.TitleAsync()).ShouldBe("PromptLab");
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_conversation_that_is_gone_leads_to_a_new_one()
    {
        var page = await chromium.OpenAsync(new Uri(host.Address, $"#/c/{Guid.NewGuid()}"));

        await page.StartNewFromMessageAsync();

        await Expect(page.Examples).ToHaveCountAsync(3);
    }
}
