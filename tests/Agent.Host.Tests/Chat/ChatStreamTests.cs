using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Chat;

public sealed class ChatStreamTests(HostFixture host) : IClassFixture<HostFixture>
{
    private const string Question = "Which landing page is best for Summer Promo in Germany last month?";

    [Fact]
    public async Task A_question_streams_an_answer_from_run_started_to_run_finished()
    {
        var turn = await host.AskAsync(Question);

        turn.Events[0].Type.ShouldBe("RUN_STARTED");
        turn.Last.GetProperty("outcome").GetProperty("type").GetString().ShouldBe("success");
        turn.Reply.ShouldContain("Summer LP v2");
    }

    [Fact]
    public async Task Every_event_has_the_turns_id_and_its_number()
    {
        var turn = await host.AskAsync(Question);

        turn.Events.Select(item => item.Id).ShouldBe(Enumerable.Range(1, turn.Events.Count).Select(number => $"{turn.Turn}.{number}"));
    }

    [Fact]
    public async Task The_stream_says_how_the_question_was_understood()
    {
        var turn = await host.AskAsync(Question);

        var understood = turn.Of("STATE_SNAPSHOT").Single().Json.GetProperty("snapshot").GetProperty("last");
        understood.GetProperty("tool").GetString().ShouldBe("top_landing_pages");
        JsonElement.DeepEquals(understood.GetProperty("args"), JsonElement.Parse(
            """{"offer":1001,"country":"DE","date_range":{"from":"2024-12-01","to":"2024-12-31"}}""")).ShouldBeTrue();
    }

    [Fact]
    public async Task Simulated_figures_are_marked_as_demo_data()
    {
        var turn = await host.AskAsync(Question);

        turn.Of("CUSTOM").Select(item => item.Json).ShouldContain(item =>
            item.GetProperty("name").GetString() == "notice" && item.GetProperty("value").GetProperty("code").GetString() == "demo_data");
        turn.Of("STATE_SNAPSHOT").Single().Json.GetProperty("snapshot").GetProperty("data_source").GetString().ShouldBe("demo");
    }

    [Fact]
    public async Task The_figures_equal_what_the_network_itself_reports()
    {
        var turn = await host.AskAsync(Question);

        var reported = await NetworkReport.LandingPagesAsync(host.Everflow, 1001, "Germany", "2024-12-01", "2024-12-31");
        var shown = turn.Of("CUSTOM").Select(item => item.Json.GetProperty("value"))
            .Single(card => card.TryGetProperty("kind", out var kind) && kind.GetString() == "table").GetProperty("data");
        var keys = shown.GetProperty("columns").EnumerateArray().Select(column => column.GetProperty("key").GetString()).ToList();
        shown.GetProperty("rows").EnumerateArray().ShouldNotBeEmpty();
        foreach (var row in shown.GetProperty("rows").EnumerateArray())
        {
            var page = reported[row[keys.IndexOf("landing_page_id")].GetInt32()];
            (row[keys.IndexOf("clicks")].GetInt64(), row[keys.IndexOf("conversions")].GetInt64()).ShouldBe(page);
        }
    }

    [Fact]
    public async Task Follow_ups_keep_what_was_settled()
    {
        var first = await host.AskAsync(Question);
        await host.AskAsync("what about France?", first.Conversation);

        var third = await host.AskAsync("make it top 5", first.Conversation);

        var args = third.Of("STATE_SNAPSHOT").Single().Json.GetProperty("snapshot").GetProperty("last").GetProperty("args");
        JsonElement.DeepEquals(args, JsonElement.Parse(
            """{"offer":1001,"country":"FR","date_range":{"from":"2024-12-01","to":"2024-12-31"},"top_n":5}""")).ShouldBeTrue(args.ToString());
    }

    [Theory]
    [InlineData("weekly summary by offer", "performance_summary")]
    [InlineData("top offers by profit this month", "top_offers")]
    [InlineData("search offers: winter", "find_offers")]
    [InlineData("what's the ID of Global Media Network?", "find_partners")]
    public async Task Each_read_workflow_answers_from_chat(string question, string tool)
    {
        var turn = await host.AskAsync(question);

        turn.Of("TOOL_CALL_START").Single().Json.GetProperty("toolCallName").GetString().ShouldBe(tool);
        turn.Last.GetProperty("result").GetProperty("outcome").GetString().ShouldBe("answer");
    }

    [Fact]
    public async Task A_missing_offer_is_asked_for_and_the_short_reply_completes_the_question()
    {
        var asked = await host.AskAsync("Top landing pages");

        var answered = await host.AskAsync("Summer Promo 2024", asked.Conversation);

        asked.Last.GetProperty("result").GetProperty("outcome").GetString().ShouldBe("clarify");
        answered.Of("STATE_SNAPSHOT").Single().Json.GetProperty("snapshot").GetProperty("last").GetProperty("args").GetProperty("offer").GetInt32().ShouldBe(1001);
    }

    [Fact]
    public async Task A_destructive_request_is_refused_without_any_call()
    {
        var turn = await host.AskAsync("delete all partners");

        turn.Last.GetProperty("result").GetProperty("outcome").GetString().ShouldBe("refuse");
        turn.Of("TOOL_CALL_START").ShouldBeEmpty();
    }
}
