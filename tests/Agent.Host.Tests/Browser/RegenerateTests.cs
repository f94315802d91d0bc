using System.Net;
using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

[Collection(OneBrowser.Name)]
public sealed class RegenerateTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task The_last_answer_is_given_again_in_its_place_and_stays_after_a_reload()
    {
        host.Model.Then(ModelReply.Says("Good morning.")).Then(ModelReply.Says("Good evening."));
        var page = await chromium.OpenAsync(host.Address);
        var answer = await page.AskAsync("hello you");

        await answer.Again.ClickAsync();
        await Expect(page.LastAnswer.Text).ToHaveTextAsync("Good evening.");
        await page.ReloadAsync();

        await Expect(page.Questions).ToHaveCountAsync(1);
        await Expect(page.LastAnswer.Text).ToHaveTextAsync("Good evening.");
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task An_answer_before_the_last_one_is_left_alone()
    {
        host.Model.Then(ModelReply.Says("Good morning.")).Then(ModelReply.Says("You are welcome."));
        var page = await chromium.OpenAsync(host.Address);
        await page.AskAsync("hello you");
        await page.AskAsync("thank you");

        await Expect(page.LastAnswer.Again).ToBeVisibleAsync();
        await Expect(page.Answer(0).Again).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_yes_is_not_said_again_whatever_came_of_it()
    {
        var page = await chromium.OpenAsync(host.Address);
        var answer = await page.AskAsync("yes");

        await Expect(answer.Text).ToContainTextAsync("Nothing is waiting for a yes here.");
        await Expect(answer.Again).ToHaveCountAsync(0);
        await page.ReloadAsync();

        await Expect(page.LastAnswer.Text).ToContainTextAsync("Nothing is waiting for a yes here.");
        await Expect(page.LastAnswer.Again).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task The_earlier_answer_comes_back_when_there_is_no_other()
    {
        host.Model.Then(ModelReply.Says("Good morning."));
        var page = await chromium.OpenAsync(host.Address);
        var answer = await page.AskAsync("hello you");
        host.Model.Then(ModelReply.Fails(HttpStatusCode.Unauthorized));

        await answer.Again.ClickAsync();

        await Expect(page.Toast).ToContainTextAsync("The earlier answer is kept.");
        await Expect(page.LastAnswer.Text).ToHaveTextAsync("Good morning.");
    }

    [BrowserFact]
    public async Task A_conversation_is_saved_as_a_document()
    {
        host.Model.Then(ModelReply.Says("Good morning to you."));
        var page = await chromium.OpenAsync(host.Address);
        await page.AskAsync("save this greeting");

        var file = await page.DownloadAsync(() => page.Conversations.SaveAsync("save this greeting", "Save as Markdown"));

        (await File.ReadAllTextAsync(file)).ShouldContain("Good morning to you.");
    }
}
