using PromptLab.Plugins.Schedules;
using PromptLab.Plugins.Tests.Network;
using PromptLab.Plugins.Tools;

namespace PromptLab.Plugins.Tests.Schedules;

[Collection(SharedNetwork.Name)]
public sealed class ScheduleToolTests(SimulatedNetworkFixture network)
{
    private readonly string owner = $"owner-{Guid.NewGuid():N}";

    private async Task<string> TextAsync(string arguments) => (await network.Tools.AnswerAsync("schedule", arguments, owner: owner)).Markdown;

    private async Task<ToolProblem> ProblemAsync(string arguments) =>
        (await network.Tools.RunAsync("schedule", arguments, owner: owner)).ShouldBeOfType<ToolOutcome.Failed>().Problem;

    [Fact]
    public async Task What_is_kept_is_the_resolved_request_with_its_period_in_words()
    {
        var settled = await network.Tools.SettleAsync(
            "schedule",
            """{"action":"create","workflow":"top landing pages","when":"Mondays at 9","arguments":{"offer":"Summer Promo 2024","country":"Germany","date_range":"last week"}}""");

        var kept = settled.Request.ShouldBeOfType<ScheduleToolRequest.Create>();
        kept.Request.Arguments.ToJsonString().ShouldBe("""{"offer":1001,"country":"DE","date_range":"last week"}""");
        kept.Request.Example.ShouldBe("2025-01-08 – 2025-01-14 (Europe/Amsterdam)");
        kept.Title.ShouldStartWith("Top landing pages · ");
        settled.Arguments["when"]!.ToString().ShouldBe("every Monday at 09:00");
    }

    [Theory]
    [InlineData("""{"action":"create","workflow":"performance_summary"}""", "When?")]
    [InlineData("""{"action":"create","workflow":"performance_summary","when":"every Monday"}""", "At what time?")]
    [InlineData("""{"action":"create","workflow":"performance_summary","when":"every week at 9"}""", "On which day")]
    [InlineData("""{"action":"create","workflow":"performance_summary","when":"every 2 hours"}""", "is not possible")]
    [InlineData("""{"action":"create","workflow":"performance_summary","when":"tomorrow"}""", "I cannot read “tomorrow”")]
    [InlineData("""{"action":"create","workflow":"tracking_link","when":"daily at 9"}""", "Which one?")]
    [InlineData("""{"action":"create","when":"daily at 9"}""", "Which one?")]
    [InlineData("""{"action":"create","workflow":"top_offers","when":"daily at 9","arguments":{"colour":"red"}}""", "has no colour")]
    [InlineData("""{"action":"create","workflow":"top_landing_pages","when":"daily at 9"}""", "offer")]
    [InlineData("""{"action":"dance"}""", "dance")]
    public async Task What_is_missing_or_unclear_is_asked(string arguments, string question) =>
        (await network.Tools.AskedAsync("schedule", arguments)).Question.Text.ShouldContain(question);

    [Fact]
    public async Task A_schedule_is_found_again_by_number_title_and_day()
    {
        await TextAsync("""{"action":"create","workflow":"summary","when":"every Monday at 9"}""");
        await TextAsync("""{"action":"create","workflow":"top_offers","when":"every Friday at 16:00"}""");

        (await TextAsync("""{"action":"list"}""")).ShouldContain("| Top offers | every Friday at 16:00");
        (await TextAsync("""{"action":"cancel","workflow":"the monday summary"}""")).ShouldContain("**Performance summary**, every Monday at 09:00");
        (await TextAsync("""{"action":"cancel"}""")).ShouldContain("**Top offers**");
        (await ProblemAsync("""{"action":"cancel","workflow":"it"}""")).Text.ShouldContain("You have nothing scheduled");
    }

    [Fact]
    public async Task Several_that_fit_are_asked_about()
    {
        await TextAsync("""{"action":"create","workflow":"summary","when":"every Monday at 9"}""");
        await TextAsync("""{"action":"create","workflow":"summary","when":"every Friday at 9"}""");

        var asked = (await network.Tools.RunAsync("schedule", """{"action":"cancel","workflow":"summary"}""", owner: owner)).ShouldBeOfType<ToolOutcome.Asked>();

        asked.Question.Choices.Count.ShouldBe(2);
        asked.Question.Choices[0].Message.ShouldStartWith("cancel schedule ");
        (await ProblemAsync("""{"action":"cancel","workflow":"999999"}""")).Choices.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_card_tells_what_runs_when()
    {
        var answer = await network.Tools.AnswerAsync("schedule", """{"action":"create","workflow":"summary","when":"every month on the 1st at 9"}""", owner: owner);

        var card = answer.Cards.ShouldHaveSingleItem();
        card.Kind.ShouldBe("schedule");
        card.Data.Select(pair => pair.Key).ShouldBe(["id", "number", "title", "when", "time_zone", "next_run", "enabled"]);
        card.Data["next_run"]!.GetValue<DateTimeOffset>().ShouldBe(new(2025, 2, 1, 8, 0, 0, TimeSpan.Zero));
        answer.Result.ShouldBeOfType<ScheduleToolResult>().Action.ShouldBe("create");
    }
}
