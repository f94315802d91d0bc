using PromptLab.Testing.Models;
using PromptLab.Testing.Requirements;
using static Microsoft.Playwright.Assertions;

namespace PromptLab.Host.Tests.Browser;

/// <summary>Every parameter under an answer can be changed, and the same workflow runs again without the model.</summary>
[Collection(OneBrowser.Name)]
public sealed class ParameterTests(ScriptedHost host, Chromium chromium) : IClassFixture<ScriptedHost>
{
    [BrowserFact]
    public async Task A_changed_country_runs_the_same_workflow_with_everything_else_kept()
    {
        var page = await AskAsync("""{"country":"Germany","date_range":"last week","top_n":3}""");
        var editor = await page.LastAnswer.ChangeAsync("country");
        await Expect(editor.Field).ToHaveValueAsync("Germany");

        await editor.ApplyAsync("France");

        await Expect(page.Questions).ToHaveTextAsync(["top offers", "Country: France"]);
        await Expect(page.LastAnswer.Chip("country")).ToHaveTextAsync("France");
        await Expect(page.LastAnswer.Chip("date_range")).ToContainTextAsync("2025-01-08 – 2025-01-14");
        await Expect(page.LastAnswer.Rows).ToHaveCountAsync(3);
        page.Complaints.ShouldBeEmpty();
    }

    [BrowserFact]
    public async Task A_usual_value_that_nobody_asked_for_can_be_changed_too_and_taken_back()
    {
        var page = await AskAsync("{}");

        await (await page.LastAnswer.ChangeAsync("top_n")).ApplyAsync("4");
        await Expect(page.LastAnswer.Rows).ToHaveCountAsync(4);
        await (await page.LastAnswer.ChangeAsync("top_n")).ResetAsync();

        await Expect(page.LastAnswer.Rows).ToHaveCountAsync(10);
        await Expect(page.Questions).ToHaveTextAsync(["top offers", "Places: 4", "Places: the usual"]);
    }

    [BrowserFact]
    public async Task A_closed_choice_is_chosen_from_a_list()
    {
        var page = await AskAsync("""{"top_n":3}""");

        await (await page.LastAnswer.ChangeAsync("sort_by")).ChooseAsync("revenue");

        await Expect(page.LastAnswer.Chip("sort_by")).ToHaveTextAsync("by revenue");
    }

    [BrowserFact]
    public async Task Offers_are_suggested_while_their_name_is_typed()
    {
        var page = await AskAsync("""{"offer":"1001"}""", "top_landing_pages");
        var editor = await page.LastAnswer.ChangeAsync("offer");

        await editor.Field.FillAsync("holiday");
        await Expect(editor.Suggestions.First).ToHaveAttributeAsync("value", "Holiday Special (1002)");
        await editor.ApplyAsync("Holiday Special (1002)");

        await Expect(page.LastAnswer.Chip("offer")).ToHaveTextAsync("Holiday Special (1002)");
    }

    [BrowserFact]
    public async Task Escape_closes_the_editor_and_the_focus_goes_back_to_the_parameter()
    {
        var page = await AskAsync("{}");
        var editor = await page.LastAnswer.ChangeAsync("date_range");
        await Expect(editor.Field).ToBeFocusedAsync();

        await page.PressAsync("Escape");

        await Expect(editor.Node).ToHaveCountAsync(0);
        await Expect(editor.Chip).ToBeFocusedAsync();
        await Expect(page.Questions).ToHaveCountAsync(1);
    }

    [BrowserFact]
    public async Task A_change_that_cannot_be_made_now_says_so_in_its_place_and_can_be_tried_again()
    {
        var page = await AskAsync("""{"top_n":3}""");
        var editor = await page.LastAnswer.ChangeAsync("country");
        await page.DisconnectAsync();
        await editor.ApplyAsync("France");
        await Expect(editor.Error).ToContainTextAsync("could not be reached");

        await page.ReconnectAsync();
        await editor.ApplyAsync("France");

        await Expect(page.LastAnswer.Chip("country")).ToHaveTextAsync("France");
        await Expect(editor.Node).ToHaveCountAsync(0);
    }

    [BrowserFact]
    public async Task The_changed_answer_is_there_after_a_reload()
    {
        var page = await AskAsync("""{"top_n":3}""");
        await (await page.LastAnswer.ChangeAsync("country")).ApplyAsync("Spain");
        await Expect(page.LastAnswer.Chip("country")).ToHaveTextAsync("Spain");

        await page.ReloadAsync();

        await Expect(page.Questions).ToHaveTextAsync(["top offers", "Country: Spain"]);
        await Expect(page.LastAnswer.Chip("country")).ToHaveTextAsync("Spain");
        await (await page.LastAnswer.ChangeAsync("country")).ApplyAsync("Italy");
        await Expect(page.LastAnswer.Chip("country")).ToHaveTextAsync("Italy");
    }

    private async Task<ChatPage> AskAsync(string arguments, string tool = "top_offers")
    {
        host.Model.Then(ModelReply.Calls(tool, arguments));
        var page = await chromium.OpenAsync(host.Address);
        await page.AskAsync("top offers");
        return page;
    }
}
