using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PromptLab.Host.Hosting;
using PromptLab.Host.Slack;
using PromptLab.Host.Slack.Answers;
using PromptLab.Host.Slack.Incoming;

namespace PromptLab.Host.Tests.Slack;

/// <summary>Markdown and cards as Slack shows them, and Slack's text as a person wrote it.</summary>
public sealed class SlackRenderingTests
{
    private const int LongestSection = 3000;
    private const int MostBlocks = 50;

    [Theory]
    [InlineData("**bold** and *slanted* and __bold__ and _slanted_", "*bold* and _slanted_ and *bold* and _slanted_")]
    [InlineData("~~gone~~ `a*b_c`", "~gone~ `a*b_c`")]
    [InlineData("snake_case_name 3 * 4", "snake_case_name 3 * 4")]
    [InlineData(@"a \*literal\* star \| bar", "a *literal* star | bar")]
    [InlineData("Fish & chips <!channel> <@U1>", "Fish &amp; chips &lt;!channel&gt; &lt;@U1&gt;")]
    [InlineData("[the file](https://example.com/a?b=1&c=2)", "<https://example.com/a?b=1&amp;c=2|the file>")]
    [InlineData("[run](javascript:alert(1))", "[run](javascript:alert(1))")]
    [InlineData("<https://example.com/x>", "<https://example.com/x|https://example.com/x>")]
    [InlineData("[a|b](https://example.com)", "<https://example.com|a/b>")]
    [InlineData("100% of [it", "100% of [it")]
    public void A_line_of_markdown_becomes_mrkdwn(string markdown, string mrkdwn) => SlackInline.Write(markdown).ShouldBe(mrkdwn);

    [Fact]
    public void Headings_lists_quotes_and_code_keep_their_meaning()
    {
        var blocks = new SlackBlocks();

        SlackMarkdown.Write("## A **head**\n\n- one\n  - two\n> said <you>\n\n```\n<b> & **c**\n```\n\n---\nend", blocks);

        blocks.Text.ShouldBe("*A head*\n\n• one\n  • two\n> said &lt;you&gt;\n\n```\n&lt;b&gt; &amp; **c**\n```\nend");
        blocks.ToJson().Select(block => block!["type"]!.GetValue<string>()).ShouldBe(["section", "divider", "section"]);
    }

    [Fact]
    public void A_table_stands_in_columns_and_a_long_one_says_what_it_leaves_out()
    {
        var (small, large) = (new SlackBlocks(), new SlackBlocks());

        SlackMarkdown.Write("| Offer | Clicks |\n| --- | ---: |\n| A \\| B | 1,200 |\n| **C** | 7 |", small);
        SlackMarkdown.Write("| Offer | Clicks |\n| --- | ---: |\n" + string.Concat(Enumerable.Range(0, 500).Select(row => $"| Offer {row} | {row} |\n")), large);

        small.Text.ShouldBe("```\nOffer  Clicks\nA | B  1,200\nC      7\n```");
        large.Text.Length.ShouldBeLessThanOrEqualTo(LongestSection);
        large.Text.ShouldContain("more");
        large.ToJson()[^1]!["elements"]![0]!["text"]!.GetValue<string>().ShouldContain("ask for an export");
    }

    [Fact]
    public void However_long_an_answer_is_it_keeps_to_slacks_limits()
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("clicks & <conversions>", 400));
        var content = Render(new SlackAnswer(string.Join("\n\n---\n\n", Enumerable.Repeat(paragraph, 60)), []));

        var blocks = content["blocks"]!.AsArray();
        blocks.Count.ShouldBeLessThanOrEqualTo(MostBlocks);
        blocks.Where(block => block!["type"]!.GetValue<string>() == "section").Select(block => block!["text"]!["text"]!.GetValue<string>())
            .ShouldAllBe(text => text.Length <= LongestSection && IsWhole(text));
        content["text"]!.GetValue<string>().Length.ShouldBeLessThanOrEqualTo(4000);
        blocks.ToJsonString().ShouldContain("too long for Slack");
    }

    [Fact]
    public void A_word_without_end_is_cut_and_not_lost()
    {
        var blocks = new SlackBlocks();

        blocks.Section(new string('x', 7000));

        blocks.ToJson().Sum(block => block!["text"]!["text"]!.GetValue<string>().Length).ShouldBe(7000);
    }

    [Fact]
    public void A_file_is_linked_where_people_open_the_page_and_otherwise_named()
    {
        var card = JsonElement.Parse("""{"kind":"export","data":{"file_name":"fraud.csv","download_url":"/api/v1/exports/1/download"}}""");

        var linked = Render(new SlackAnswer("Ready.", [card]), new SlackOptions { PublicUrl = new("https://lab.example.com") });
        var named = Render(new SlackAnswer("Ready.", [card]));

        linked["blocks"]!.AsArray()[1]!["text"]!["text"]!.GetValue<string>().ShouldBe("<https://lab.example.com/api/v1/exports/1/download|Download fraud.csv>");
        named["blocks"]!.ToJsonString().ShouldContain("waits for you in the chat page");
    }

    [Fact]
    public void An_alert_is_told_with_its_text()
    {
        var card = JsonElement.Parse("""{"kind":"alert","data":{"title":"Partner <paused>","text":"**−100 %**"}}""");

        var blocks = Render(new SlackAnswer("", [card]))["blocks"]!.AsArray();

        blocks[0]!["text"]!["text"]!.GetValue<string>().ShouldBe(":bell: *Partner &lt;paused&gt;*");
        blocks[1]!["text"]!["text"]!.GetValue<string>().ShouldBe("*−100 %*");
    }

    [Theory]
    [InlineData("<@UBOT> top offers", "top offers")]
    [InlineData("ask <@U2|carl> in <#C1|general> &amp; <!here>", "ask @carl in #general & @here")]
    [InlineData("see <https://example.com|our page> or <https://example.com/x>", "see our page or https://example.com/x")]
    [InlineData("a &lt; b &gt; c", "a < b > c")]
    public void Text_of_slack_is_read_as_it_was_written(string slack, string words) => SlackWords.Read(slack, "UBOT").ShouldBe(words);

    [Theory]
    [InlineData("xoxb-1", null, "https://slack.com/api/", "belong together")]
    [InlineData(null, "secret", "https://slack.com/api/", "belong together")]
    [InlineData("xoxb-1", "secret", "http://slack.com/api/", "Slack:ApiUrl")]
    [InlineData("xoxb-1", "secret", "https://slack.com/api", "Slack:ApiUrl")]
    public void Settings_that_cannot_be_used_are_named_and_secrets_are_not_repeated(string? token, string? secret, string api, string fault)
    {
        var result = new SlackOptionsCheck().Validate(null, new SlackOptions { BotToken = token, SigningSecret = secret, ApiUrl = new(api) });

        result.FailureMessage.ShouldNotBeNull().ShouldContain(fault);
        result.FailureMessage.ShouldNotContain("xoxb-1");
    }

    private static JsonObject Render(SlackAnswer answer, SlackOptions? options = null) =>
        JsonNode.Parse(new SlackContent(Options.Create(options ?? new SlackOptions()), new PublicAddress(null)).Write(answer, []))!.AsObject();

    /// <summary>No escape and no link is cut in two.</summary>
    private static bool IsWhole(string text) => text.Count(letter => letter == '&') == text.Count(letter => letter == ';');
}
