using System.Text.Json.Nodes;
using PromptLab.Planner.Conversations;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Tests.Offline;

public sealed class AlertCommandTests
{
    [Theory]
    [InlineData("acknowledge alert 3", """{"action":"acknowledge","alert":3}""")]
    [InlineData("Ack alert #12 please", """{"action":"acknowledge","alert":12}""")]
    [InlineData("can you acknowledge the alert number 7?", """{"action":"acknowledge","alert":7}""")]
    [InlineData("mark alert 4 as acknowledged", """{"action":"acknowledge","alert":4}""")]
    [InlineData("snooze alert 4 until Monday", """{"action":"snooze","alert":4,"until":"until Monday"}""")]
    [InlineData("snooze alert 4 for 3 days", """{"action":"snooze","alert":4,"until":"for 3 days"}""")]
    [InlineData("mute alert 9 for a week", """{"action":"snooze","alert":9,"until":"for a week"}""")]
    [InlineData("resolve alert 2", """{"action":"resolve","alert":2}""")]
    [InlineData("close alert 2", """{"action":"resolve","alert":2}""")]
    [InlineData("alert 2 is done", """{"action":"resolve","alert":2}""")]
    [InlineData("reopen alert 2", """{"action":"reopen","alert":2}""")]
    [InlineData("re-open alert 2", """{"action":"reopen","alert":2}""")]
    [InlineData("acknowledge the alert", """{"action":"acknowledge"}""")]
    [InlineData("bevestig melding 3", """{"action":"acknowledge","alert":3}""")]
    [InlineData("snooze melding 4 tot maandag", """{"action":"snooze","alert":4,"until":"tot maandag"}""")]
    [InlineData("Bestätige Alarm 3", """{"action":"acknowledge","alert":3}""")]
    [InlineData("Warnung 5 für 3 Tage stummschalten", """{"action":"snooze","alert":5,"until":"für 3 Tage stummschalten"}""")]
    [InlineData("confirma la alerta 3", """{"action":"acknowledge","alert":3}""")]
    [InlineData("pospón la alerta 4 hasta el lunes", """{"action":"snooze","alert":4,"until":"hasta el lunes"}""")]
    [InlineData("ferme l'alerte 2", """{"action":"resolve","alert":2}""")]
    [InlineData("rouvre l'alerte 2", """{"action":"reopen","alert":2}""")]
    public void A_command_names_the_alert(string text, string arguments) => OfflineTalk.Said(text).ShouldBe("update_alert " + arguments);

    [Theory]
    [InlineData("ack it", """{"action":"acknowledge","alert":12}""")]
    [InlineData("acknowledge", """{"action":"acknowledge","alert":12}""")]
    [InlineData("snooze it for 3 days", """{"action":"snooze","alert":12,"until":"for 3 days"}""")]
    [InlineData("mute that until tomorrow", """{"action":"snooze","alert":12,"until":"until tomorrow"}""")]
    [InlineData("close it", """{"action":"resolve","alert":12}""")]
    [InlineData("bevestig die", """{"action":"acknowledge","alert":12}""")]
    [InlineData("resuelve esta", """{"action":"resolve","alert":12}""")]
    [InlineData("reopen alert 3", """{"action":"reopen","alert":3}""")]
    public void It_is_the_alert_that_was_shown(string text, string arguments) =>
        Shown(12).Say(text).ShouldBe("update_alert " + arguments);

    [Theory]
    [InlineData("3 days", """{"action":"snooze","alert":4,"until":"3 days"}""")]
    [InlineData("until Monday", """{"action":"snooze","alert":4,"until":"until Monday"}""")]
    [InlineData("resolve it", """{"action":"resolve","alert":4}""")]
    public void A_question_for_the_time_is_answered(string text, string arguments) => new OfflineTalk()
        .Asked("snooze alert 4", "For how long, or until when?")
        .With(state => state with { Known = new SettledCall("update_alert", JsonNode.Parse("""{"alert":4,"action":"snooze"}""")!.AsObject()) })
        .Say(text).ShouldBe("update_alert " + arguments);

    [Fact]
    public void A_question_for_the_alert_is_answered() => new OfflineTalk()
        .Asked("acknowledge it", "Which alert do you mean?")
        .With(state => state with { Known = new SettledCall("update_alert", JsonNode.Parse("""{"action":"acknowledge"}""")!.AsObject()) })
        .Say("alert 5").ShouldBe("""update_alert {"action":"acknowledge","alert":5}""");

    [Fact]
    public void The_same_is_done_with_another_one() =>
        new OfflineTalk().After("update_alert", """{"alert":4,"action":"acknowledge"}""").Say("and alert 5").ShouldBe("""update_alert {"action":"acknowledge","alert":5}""");

    [Theory]
    [InlineData("show me the open alerts")]
    [InlineData("show acknowledged alerts")]
    [InlineData("any alerts that are snoozed?")]
    [InlineData("which alerts are resolved")]
    public void Lists_stay_lists(string text) => OfflineTalk.Said(text).ShouldStartWith("list_alerts");

    [Theory]
    [InlineData("remove all alerts")]
    [InlineData("acknowledge all alerts")]
    [InlineData("pause offer 1001")]
    [InlineData("snooze offer 1001")]
    [InlineData("close partner 12345")]
    [InlineData("reopen offer 1002")]
    public void Changes_of_the_network_are_refused(string text)
    {
        OfflineTalk.Said(text).ShouldBe("[refuse]");
        Shown(12).Say(text).ShouldBe("[refuse]");
    }

    [Fact]
    public void Other_requests_go_on_after_an_alert_was_shown() => Shown(12).Say("top 5 offers by revenue").ShouldStartWith("top_offers");

    private static OfflineTalk Shown(int alert) => new OfflineTalk()
        .With(state => state with { Shown = new Dictionary<string, ShownEntity> { ["alert"] = new(alert, "4 partners with clicks on default landing pages") } });
}
