using Microsoft.Playwright;
using PromptLab.Host.Tests.Hosting;
using PromptLab.Simulator;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

public sealed class ConversationTests(HostFixture host, Chromium chromium) : IClassFixture<HostFixture>, IClassFixture<Chromium>
{
    private const string Question = "Which landing page is best for Summer Promo in Germany last month?";

    [BrowserFact]
    public async Task A_whole_conversation_from_the_first_example_to_its_deletion()
    {
        var page = await chromium.OpenAsync(host.Address);
        await Expect(page.DemoBadge).ToBeVisibleAsync();
        await Expect(page.Examples).ToHaveCountAsync(3);

        var answer = await page.AskAsync(Question);
        await Expect(answer.Rows).ToHaveCountAsync(2);
        await Expect(answer.Tool).ToHaveTextAsync("Top landing pages");
        await Expect(answer.Chip("offer")).ToHaveTextAsync("Summer Promo 2024 (1001)");
        await Expect(answer.Chip("country")).ToHaveTextAsync("Germany");
        await Expect(answer.Chip("date_range")).ToContainTextAsync("2024-12-01 – 2024-12-31");
        await Expect(answer.DemoChip).ToBeVisibleAsync();

        var followUp = await page.AskAsync("what about France?");
        await Expect(followUp.Chip("country")).ToHaveTextAsync("France");
        await Expect(followUp.Chip("offer")).ToHaveTextAsync("Summer Promo 2024 (1001)");

        await page.ReloadAsync();
        await Expect(page.Questions).ToHaveTextAsync([Question, "what about France?"]);
        await Expect(page.LastAnswer.Chip("country")).ToHaveTextAsync("France");
        await Expect(page.LastAnswer.DemoChip).ToBeVisibleAsync();

        await page.Conversations.RenameAsync(Question, "Landing pages of Summer Promo");
        await Expect(page.Conversations.Open).ToHaveTextAsync("Landing pages of Summer Promo");
        await page.Conversations.DeleteAsync("Landing pages of Summer Promo");
        await Expect(page.Conversations.Titles).ToHaveCountAsync(0);
        await Expect(page.Examples).ToHaveCountAsync(3);
        page.Complaints.ShouldBeEmpty();
    }
}
