using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

/// <summary>What a person sees who leaves and comes back, or whose connection breaks: the turn goes on without them.</summary>
[Collection(OneBrowser.Name)]
public sealed class ReloadTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

    [BrowserFact]
    public async Task A_reload_in_the_middle_of_an_answer_goes_on_where_it_was()
    {
        var page = await AskHalfAsync("go on after a reload");

        await page.ReloadAsync();
        await Expect(page.LastAnswer.Text).ToHaveTextAsync("The first half.");
        await Expect(page.Stop).ToBeVisibleAsync();
        _gate.SetResult();

        await Expect(page.LastAnswer.Text).ToHaveTextAsync("The first half. And the second.");
        await Expect(page.Send).ToBeVisibleAsync();
        await Expect(page.Questions).ToHaveTextAsync(["go on after a reload"]);
    }

    [BrowserFact]
    public async Task An_answer_that_ended_while_nobody_looked_is_there_afterwards()
    {
        var page = await AskHalfAsync("end while nobody looks");
        var address = page.Address;
        await page.CloseAsync();

        _gate.SetResult();
        var again = await chromium.OpenAsync(address);

        await Expect(again.LastAnswer.Text).ToHaveTextAsync("The first half. And the second.");
        await Expect(again.Questions).ToHaveTextAsync(["end while nobody looks"]);
    }

    [BrowserFact]
    public async Task Two_windows_follow_the_same_answer()
    {
        var page = await AskHalfAsync("for two windows");
        var second = await chromium.OpenAsync(page.Address);
        await Expect(second.LastAnswer.Text).ToHaveTextAsync("The first half.");

        _gate.SetResult();

        await Expect(page.LastAnswer.Text).ToHaveTextAsync("The first half. And the second.");
        await Expect(second.LastAnswer.Text).ToHaveTextAsync("The first half. And the second.");
    }

    [BrowserFact]
    public async Task A_stopped_answer_keeps_what_was_written_also_after_a_reload()
    {
        var page = await AskHalfAsync("stop in the middle");

        await page.Stop.ClickAsync();
        await Expect(page.LastAnswer.Node).ToContainTextAsync("Stopped.");
        await page.ReloadAsync();

        await Expect(page.LastAnswer.Text).ToHaveTextAsync("The first half.");
        await Expect(page.LastAnswer.Node).ToContainTextAsync("Stopped.");
        await Expect(page.Send).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task A_broken_connection_is_told_and_mended()
    {
        var page = await AskHalfAsync("through a tunnel");

        await page.DisconnectAsync();
        await Expect(page.ConnectionBanner).ToBeVisibleAsync();
        _gate.SetResult();
        await page.ReconnectAsync();

        await Expect(page.LastAnswer.Text).ToHaveTextAsync("The first half. And the second.");
        await Expect(page.ConnectionBanner).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task What_was_typed_and_not_sent_survives_a_reload()
    {
        var page = await chromium.OpenAsync(host.Address);
        await page.Composer.FillAsync("half a thought");

        await page.ReloadAsync();

        await Expect(page.Composer).ToHaveValueAsync("half a thought");
    }

    private async Task<ChatPage> AskHalfAsync(string question)
    {
        host.Model.Then(ModelReply.Says("The first half.", " And the second.").HeldAt(1, _gate.Task));
        var page = await chromium.OpenAsync(host.Address);
        await page.SendAsync(question);
        await Expect(page.LastAnswer.Text).ToHaveTextAsync("The first half.");
        return page;
    }
}
