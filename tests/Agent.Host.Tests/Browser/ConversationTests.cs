using Microsoft.Playwright;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

[Collection(OneBrowser.Name)]
public sealed class ConversationTests(HostFixture host, Chromium chromium) : IClassFixture<HostFixture>
{
    private const string Question = "Which landing page is best for Summer Promo in Germany last month?";
    private const string Title = "Landing pages of Summer Promo";

    private readonly NetworkFaults _network = new(host);
    private ChatPage _page = null!;

    [BrowserFact]
    public async Task A_whole_conversation_from_the_first_example_to_its_deletion()
    {
        _page = await chromium.OpenAsync(host.Address);
        await Expect(_page.DemoBadge).ToBeVisibleAsync();
        await Expect(_page.Examples).ToHaveCountAsync(3);

        await AskTheFirstExampleAsync();
        await FollowUpAsync();
        await ChooseAmongTwoOffersAsync();
        await StopAsync();
        await ReloadAsync();
        await RenameAndFindAsync();
        await DeleteAsync();
        _page.Complaints.ShouldBeEmpty();
    }

    private async Task AskTheFirstExampleAsync()
    {
        await _page.Examples.First.ClickAsync();

        var answer = _page.LastAnswer;
        await Expect(answer.Rows).ToHaveCountAsync(2);
        await Expect(answer.Rows.First).ToContainTextAsync("Summer LP v2");
        await Expect(answer.Tool).ToHaveTextAsync("Top landing pages");
        await Expect(answer.Chip("offer")).ToHaveTextAsync("Summer Promo 2024 (1001)");
        await Expect(answer.Chip("country")).ToHaveTextAsync("Germany");
        await Expect(answer.Chip("date_range")).ToContainTextAsync("2024-12-01 – 2024-12-31");
        await Expect(answer.DemoChip).ToBeVisibleAsync();
        await Expect(_page.Questions).ToHaveTextAsync([Question]);
    }

    private async Task FollowUpAsync()
    {
        var answer = await _page.AskAsync("what about France?");

        await Expect(answer.Chip("country")).ToHaveTextAsync("France");
        await Expect(answer.Chip("offer")).ToHaveTextAsync("Summer Promo 2024 (1001)");
    }

    private async Task ChooseAmongTwoOffersAsync()
    {
        var question = await _page.AskAsync("best landing page for Lynxbay Password Vault");
        await Expect(question.Choices).ToHaveCountAsync(2);
        await question.Choices.First.ClickAsync();

        await Expect(_page.Questions).ToHaveCountAsync(4);
        await Expect(_page.LastAnswer.Chip("offer")).ToContainTextAsync("Lynxbay Password Vault");
        await Expect(_page.Composer).ToBeFocusedAsync();
    }

    private async Task StopAsync()
    {
        await _network.HangAsync();
        await _page.SendAsync("top offers by profit this month");
        await Expect(_page.LastAnswer.Progress).ToBeVisibleAsync();
        await _page.Stop.ClickAsync();

        await Expect(_page.LastAnswer.Node).ToContainTextAsync("Stopped");
        await Expect(_page.Send).ToBeVisibleAsync();
        await _network.HealAsync();
    }

    private async Task ReloadAsync()
    {
        await _page.ReloadAsync();

        await Expect(_page.Questions).ToHaveCountAsync(5);
        await Expect(_page.LastAnswer.Node).ToContainTextAsync("Stopped");
        await Expect(_page.Answer(0).Rows).ToHaveCountAsync(2);
        await Expect(_page.Answer(1).Chip("country")).ToHaveTextAsync("France");
        await Expect(_page.Answer(1).DemoChip).ToBeVisibleAsync();
    }

    private async Task RenameAndFindAsync()
    {
        await _page.Conversations.RenameAsync(Question, Title);
        await Expect(_page.Conversations.Open).ToHaveTextAsync(Title);

        await _page.Conversations.SearchAsync("nothing like it");
        await Expect(_page.Conversations.Titles).ToHaveCountAsync(0);
        await _page.Conversations.SearchAsync("summer promo");
        await Expect(_page.Conversations.Titles).ToHaveTextAsync([Title]);
    }

    private async Task DeleteAsync()
    {
        await _page.Conversations.DeleteAsync(Title);

        await Expect(_page.Conversations.Titles).ToHaveCountAsync(0);
        await Expect(_page.Examples).ToHaveCountAsync(3);
    }
}
