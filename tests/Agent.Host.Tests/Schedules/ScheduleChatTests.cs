using System.Text.Json;
using PromptLab.Host.Tests.Hosting;

namespace PromptLab.Host.Tests.Schedules;

public sealed class ScheduleChatTests : IAsyncLifetime
{
    private readonly ScheduleHost host = new();

    public Task InitializeAsync() => host.InitializeAsync();

    public Task DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task A_weekly_summary_that_was_asked_for_comes_by_itself()
    {
        var asked = await host.AskAsync("send me the weekly summary every Monday at 9");
        asked.Reply.ShouldContain("every Monday at 09:00 (Europe/Amsterdam)");
        asked.Reply.ShouldContain("Next run: Monday 2025-01-20 09:00");
        asked.Reply.ShouldContain($"cancel schedule {(await OnlyAsync()).GetProperty("number")}");

        host.Clock.MoveTo(ScheduleHost.Monday);

        var messages = await ScheduleHost.WhenAsync(host.Client, $"/api/v1/conversations/{asked.Conversation}/messages", list => list.Count == 3);
        var posted = messages[2];
        posted.GetProperty("text").GetString()!.ShouldStartWith("*Scheduled: Performance summary*");
        posted.GetProperty("text").GetString()!.ShouldContain("2025-01-13 – 2025-01-19");
        posted.GetProperty("cards").EnumerateArray().Select(card => card.GetProperty("kind").GetString()).ShouldBe(["request", "table"], ignoreOrder: true);
        var runs = await ScheduleHost.WhenAsync(
            host.Client, $"/api/v1/schedules/{(await OnlyAsync()).GetProperty("id")}/runs", list => list is [var one] && one.GetProperty("finished_at").ValueKind == JsonValueKind.String);
        var run = runs.ShouldHaveSingleItem();
        (run.GetProperty("status").GetString(), run.GetProperty("slot").GetDateTimeOffset()).ShouldBe(("succeeded", ScheduleHost.Monday));
    }

    [Fact]
    public async Task Each_run_means_its_own_week()
    {
        var asked = await host.AskAsync("send me the top offers of last week every Monday at 9");
        asked.Reply.ShouldContain("last week, counted anew for each run");

        host.Clock.MoveTo(ScheduleHost.Monday);
        await ScheduleHost.WhenAsync(host.Client, $"/api/v1/conversations/{asked.Conversation}/messages", list => list.Count == 3);
        host.Clock.MoveTo(ScheduleHost.Monday.AddDays(7));

        var messages = await ScheduleHost.WhenAsync(host.Client, $"/api/v1/conversations/{asked.Conversation}/messages", list => list.Count == 4);
        messages[2].GetProperty("text").GetString()!.ShouldContain("2025-01-13 – 2025-01-19");
        messages[3].GetProperty("text").GetString()!.ShouldContain("2025-01-20 – 2025-01-26");
        var kept = (await OnlyAsync()).GetProperty("request");
        kept.GetProperty("arguments").GetProperty("date_range").GetString().ShouldBe("last week");
        kept.ToString().ShouldNotContain("send me");
    }

    [Theory]
    [InlineData("schedule top offers every Friday at 16:00", "what is scheduled?", "stop the top offers on Friday", "every Friday at 16:00")]
    [InlineData("stuur me elke maandag om 9 uur de samenvatting", "wat is er gepland?", "stop de samenvatting van maandag", "every Monday at 09:00")]
    [InlineData("schick mir jeden Montag um 9 Uhr die Zusammenfassung", "was ist geplant?", "lösche Zeitplan #", "every Monday at 09:00")]
    [InlineData("envíame el resumen semanal cada lunes a las 9", "¿qué está programado?", "cancela el resumen del lunes", "every Monday at 09:00")]
    [InlineData("envoie-moi le résumé hebdomadaire chaque lundi à 9h", "qu'est-ce qui est planifié ?", "arrête le résumé du lundi", "every Monday at 09:00")]
    public async Task Schedules_are_made_listed_and_cancelled_in_words(string create, string list, string cancel, string when)
    {
        var made = await host.AskAsync(create);
        made.Of("CUSTOM").Select(item => item.Json).Single(item => item.GetProperty("value").TryGetProperty("kind", out var kind) && kind.GetString() == "schedule")
            .GetProperty("value").GetProperty("data").GetProperty("when").GetString().ShouldBe(when);

        var number = (await OnlyAsync()).GetProperty("number").GetInt32();
        (await host.AskAsync(list, made.Conversation)).Reply.ShouldContain($"| {number} | ");
        (await host.AskAsync(cancel.Replace("#", $"{number}", StringComparison.Ordinal), made.Conversation)).Reply.ShouldContain($"Schedule {number} is cancelled");

        (await OwnAsync()).ShouldBeEmpty();
        (await host.AskAsync(list, made.Conversation)).Reply.ShouldNotContain($"| {number} | ");
    }

    [Fact]
    public async Task A_missing_time_is_asked_and_then_settled()
    {
        var asked = await host.AskAsync("send me the weekly summary every Monday");
        asked.Last.GetProperty("result").GetProperty("outcome").GetString().ShouldBe("clarify");

        var settled = await host.AskAsync("at 9", asked.Conversation);

        settled.Reply.ShouldContain("every Monday at 09:00");
    }

    [Fact]
    public async Task The_same_wish_twice_is_one_schedule()
    {
        var first = await host.AskAsync("send me the weekly summary every Monday at 9");

        await host.AskAsync("send me the weekly summary every Monday at 9", first.Conversation);

        (await OwnAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Fixed_days_are_told_as_such() =>
        (await host.AskAsync("send me the top offers of December 2024 every Monday at 9")).Reply.ShouldContain("fixed days");

    [Fact]
    public async Task What_does_not_exist_cannot_be_cancelled()
    {
        (await host.AskAsync("cancel schedule 99")).Reply.ShouldContain("You have nothing scheduled");
        await host.AskAsync("send me the weekly summary every Monday at 9");
        await host.AskAsync("send me the weekly summary every Friday at 9");

        (await host.AskAsync("cancel schedule 99")).Reply.ShouldContain("no such schedule");
        (await host.AskAsync("cancel my schedule")).Reply.ShouldContain("Which schedule");
    }

    [Fact]
    public async Task A_summary_that_a_person_widened_stays_so_in_each_run()
    {
        var asked = await host.AskAsync("weekly summary");
        await ScheduleHost.CreateAsync(
            host.Client, new { tool = "performance_summary", arguments = new { label = "none" }, when = "every Monday at 9", conversation_id = asked.Conversation });

        host.Clock.MoveTo(ScheduleHost.Monday);

        var messages = await ScheduleHost.WhenAsync(host.Client, $"/api/v1/conversations/{asked.Conversation}/messages", list => list.Count == 3);
        messages[2].GetProperty("text").GetString()!.ShouldContain("all advertisers");
    }

    /// <summary>Without the schedules of alert rules, which everybody sees.</summary>
    private async Task<IReadOnlyList<JsonElement>> OwnAsync() =>
        [.. (await ScheduleHost.ListAsync(host.Client, "/api/v1/schedules")).Where(schedule => schedule.GetProperty("kind").GetString() == "workflow")];

    private async Task<JsonElement> OnlyAsync() => (await OwnAsync()).ShouldHaveSingleItem();
}
