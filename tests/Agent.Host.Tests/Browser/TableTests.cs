using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

[Collection(OneBrowser.Name)]
public sealed class TableTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task A_table_is_sorted_by_a_click_on_its_header_and_back_again()
    {
        var answer = await AskAsync();
        var original = await answer.ColumnAsync("Clicks");

        await answer.SortByAsync("Clicks");
        var falling = await answer.ColumnAsync("Clicks");
        await answer.SortByAsync("Clicks");
        var rising = await answer.ColumnAsync("Clicks");
        await answer.SortByAsync("Clicks");

        falling.ShouldBe(original.OrderByDescending(Number));
        rising.ShouldBe(original.OrderBy(Number));
        (await answer.ColumnAsync("Clicks")).ShouldBe(original);
    }

    [BrowserFact]
    public async Task A_copied_table_holds_plain_figures_in_the_order_on_screen()
    {
        var answer = await AskAsync();
        await answer.SortByAsync("Clicks");

        await answer.CopyTableAsync();

        await Expect(Page.Toast).ToContainTextAsync("copied");
        var lines = (await Page.ClipboardAsync()).Split('\n').Select(line => line.Split('\t')).ToArray();
        var column = Array.IndexOf(lines[0], "Clicks");
        lines.Skip(1).Select(line => line[column]).ShouldBe((await answer.ColumnAsync("Clicks")).Select(text => text.Replace(",", "", StringComparison.Ordinal)));
    }

    [BrowserFact]
    public async Task A_tables_figures_are_drawn_as_bars_in_the_order_on_screen()
    {
        var answer = await AskAsync();

        await answer.ToggleChartAsync();
        await answer.DrawAsync("Clicks");
        await answer.SortByAsync("Clicks");

        var clicks = (await answer.ColumnAsync("Clicks")).Select(Number).ToArray();
        var widths = await answer.Bars.EvaluateAllAsync<double[]>("bars => bars.map(bar => parseFloat(bar.style.inlineSize))");
        widths.Select(width => Math.Round(width, 2)).ShouldBe(clicks.Select(count => Math.Round(100.0 * (double)count / (double)clicks[0], 2)));
        (await answer.BarNames.AllInnerTextsAsync()).ShouldBe((await answer.ColumnAsync("Offer")).Select(name => name.Trim()));
    }

    private ChatPage Page { get; set; } = null!;

    private async Task<AnswerView> AskAsync()
    {
        host.Model.Then(ModelReply.Calls("top_offers", "{}"));
        Page = await chromium.OpenAsync(host.Address, new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var answer = await Page.AskAsync("top offers");
        await Expect(answer.Rows).ToHaveCountAsync(10);
        return answer;
    }

    private static long Number(string text) => long.Parse(text, System.Globalization.NumberStyles.AllowThousands, System.Globalization.CultureInfo.InvariantCulture);
}
