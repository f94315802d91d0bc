using System.Text.Json.Nodes;
using PromptLab.Planner.Conversations;

namespace PromptLab.Planner.Tests.Offline;

public sealed class ScheduleTests
{
    private static string Create(string workflow, string when, string arguments = "{}") =>
        $$"""schedule {"action":"create","workflow":"{{workflow}}","when":"{{when}}","arguments":{{arguments}}}""";

    [Theory]
    [InlineData("send me the weekly summary every Monday at 9", "performance_summary", "every Monday at 9")]
    [InlineData("schedule top offers every Friday at 16:00", "top_offers", "every Friday at 16:00")]
    [InlineData("every weekday at 7am check for paused partners", "paused_partner_check", "every weekday at 7am")]
    [InlineData("check default landing pages daily at 08:30", "default_lp_check", "daily at 08:30")]
    [InlineData("stuur me elke maandag om 9 uur de wekelijkse samenvatting", "performance_summary", "elke maandag om 9 uur")]
    [InlineData("schick mir jeden Montag um 9 Uhr die Zusammenfassung", "performance_summary", "jeden Montag um 9 Uhr")]
    [InlineData("envíame el resumen semanal cada lunes a las 9", "performance_summary", "cada lunes a las 9")]
    [InlineData("envoie-moi le résumé hebdomadaire chaque lundi à 9h", "performance_summary", "chaque lundi à 9h")]
    [InlineData("send me the weekly summary every Monday", "performance_summary", "every Monday")]
    public void A_repeated_time_makes_a_schedule_of_a_request(string text, string workflow, string when) =>
        OfflineTalk.Said(text).ShouldBe(Create(workflow, when));

    [Fact]
    public void A_relative_period_is_kept_as_it_was_said() =>
        OfflineTalk.Said("send me the top 5 landing pages for Summer Promo in Germany last week, every Monday at 9")
            .ShouldContain("""
                "date_range":"last week"
                """.Trim());

    [Fact]
    public void This_is_what_was_answered_before_for_a_period_that_moves_along() =>
        new OfflineTalk().After("top_offers", """{"date_range":{"from":"2025-01-08","to":"2025-01-14"},"sort_by":"profit"}""")
            .Say("top offers in Germany every Friday at 16:00").ShouldStartWith("""schedule {"action":"create","workflow":"top_offers","when":"every Friday at 16:00",""");

    [Theory]
    [InlineData("what is scheduled?")]
    [InlineData("What's scheduled?")]
    [InlineData("show my schedules")]
    [InlineData("wat is er gepland?")]
    [InlineData("was ist geplant?")]
    [InlineData("¿qué está programado?")]
    [InlineData("qu'est-ce qui est planifié ?")]
    public void What_there_is_can_be_asked(string text) => OfflineTalk.Said(text).ShouldBe("""schedule {"action":"list"}""");

    [Theory]
    [InlineData("stop the Monday summary", "the monday summary")]
    [InlineData("please cancel schedule 2", "2")]
    [InlineData("annuleer planning 2", "2")]
    [InlineData("lösche Zeitplan 3", "3")]
    [InlineData("cancela la programación 2", "la 2")]
    [InlineData("arrête le résumé du lundi", "le resume du lundi")]
    public void A_schedule_can_be_cancelled(string text, string which) =>
        OfflineTalk.Said(text).ShouldBe($$"""schedule {"action":"cancel","workflow":"{{which}}"}""");

    [Theory]
    [InlineData("get the link for partner 12345 on offer 1001 every Monday at 9", "[refuse]")]
    [InlineData("Schedule reports", "[refuse]")]
    [InlineData("stop the report", "[")]
    public void What_cannot_be_scheduled_is_no_schedule(string text, string outcome) => OfflineTalk.Said(text).ShouldStartWith(outcome);

    [Fact]
    public void The_time_that_was_asked_for_completes_the_schedule() =>
        Open("""{"action":"create","when":"every Monday","workflow":"performance_summary","arguments":{}}""").Say("at 9")
            .ShouldBe("""schedule {"action":"create","when":"every Monday at 9","workflow":"performance_summary","arguments":{}}""");

    [Fact]
    public void The_workflow_that_was_asked_for_completes_the_schedule() =>
        Open("""{"action":"create","when":"every Monday at 09:00"}""").Say("the top offers in Germany last month")
            .ShouldBe("""schedule {"action":"create","when":"every Monday at 09:00","workflow":"top_offers","arguments":{"country":"DE","date_range":"last month"}}""");

    [Fact]
    public void The_argument_that_was_asked_for_completes_the_schedule() =>
        Open("""{"action":"create","when":"every Monday at 09:00","workflow":"top_landing_pages","arguments":{"country":"DE"}}""").Say("Holiday Special")
            .ShouldStartWith("""schedule {"action":"create","when":"every Monday at 09:00","workflow":"top_landing_pages","arguments":{""");

    private static OfflineTalk Open(string args) => new OfflineTalk().With(state => state with
    {
        AwaitingAnswer = true,
        Known = new SettledCall("schedule", JsonNode.Parse(args)!.AsObject()),
    });
}
