using PromptLab.Workflows.Schedules;

namespace PromptLab.Workflows.Tests.Schedules;

public sealed class WhenPhraseTests
{
    private static string Told(WhenReading reading) => reading is WhenReading.Times times
        ? WhenText.Of(new(times.Time, times.Days, "Europe/Amsterdam") { DayOfMonth = times.DayOfMonth })
        : reading.GetType().Name;

    [Theory]
    [InlineData("every Monday at 9", "every Monday at 09:00")]
    [InlineData("daily at 08:30", "every day at 08:30")]
    [InlineData("every day at 8.30", "every day at 08:30")]
    [InlineData("weekdays at 7am", "every weekday at 07:00")]
    [InlineData("on weekdays at 7 am", "every weekday at 07:00")]
    [InlineData("Mon/Wed/Fri at 8", "every Monday, Wednesday and Friday at 08:00")]
    [InlineData("every Mon, Wed and Fri at 8", "every Monday, Wednesday and Friday at 08:00")]
    [InlineData("every month on the 1st at 9", "on the 1st of every month at 09:00")]
    [InlineData("on the 22nd of every month at 17:45", "on the 22nd of every month at 17:45")]
    [InlineData("at 4pm every Friday", "every Friday at 16:00")]
    [InlineData("Mondays at noon", "every Monday at 12:00")]
    [InlineData("every morning at 9", "every day at 09:00")]
    [InlineData("every week on Tuesday at 12am", "every Tuesday at 00:00")]
    [InlineData("weekends at 10", "every Saturday and Sunday at 10:00")]
    [InlineData("elke maandag om 9 uur", "every Monday at 09:00")]
    [InlineData("elke werkdag om 7:30", "every weekday at 07:30")]
    [InlineData("elke maand op de 1e om 9 uur", "on the 1st of every month at 09:00")]
    [InlineData("jeden Freitag um 16 Uhr", "every Friday at 16:00")]
    [InlineData("montags um 9", "every Monday at 09:00")]
    [InlineData("täglich um 8:30 Uhr", "every day at 08:30")]
    [InlineData("jeden Monat am 1. um 9 Uhr", "on the 1st of every month at 09:00")]
    [InlineData("cada lunes a las 9", "every Monday at 09:00")]
    [InlineData("todos los días a las 8:30", "every day at 08:30")]
    [InlineData("el día 1 de cada mes a las 9", "on the 1st of every month at 09:00")]
    [InlineData("chaque lundi à 9h", "every Monday at 09:00")]
    [InlineData("tous les jours à 8h30", "every day at 08:30")]
    [InlineData("tous les vendredis à 16 h", "every Friday at 16:00")]
    [InlineData("le 1er de chaque mois à 9h", "on the 1st of every month at 09:00")]
    public void Common_forms_are_read(string text, string told) => Told(WhenPhrases.Read(text)).ShouldBe(told);

    [Theory]
    [InlineData("every Monday", nameof(WhenReading.NoTime))]
    [InlineData("daily at 25", nameof(WhenReading.NoTime))]
    [InlineData("daily", nameof(WhenReading.NoTime))]
    [InlineData("monthly", nameof(WhenReading.NoDay))]
    [InlineData("hourly", nameof(WhenReading.Impossible))]
    [InlineData("every week at 9", nameof(WhenReading.NoDay))]
    [InlineData("every month at 9", nameof(WhenReading.NoDay))]
    [InlineData("every 2 weeks at 9", nameof(WhenReading.Impossible))]
    [InlineData("every other Monday at 9", nameof(WhenReading.Impossible))]
    [InlineData("every hour", nameof(WhenReading.Impossible))]
    [InlineData("tomorrow at 9", nameof(WhenReading.Unclear))]
    [InlineData("every partner at 9", nameof(WhenReading.Unclear))]
    [InlineData("soon", nameof(WhenReading.Unclear))]
    [InlineData("", nameof(WhenReading.Unclear))]
    public void What_cannot_be_read_is_told_apart(string text, string kind) => Told(WhenPhrases.Read(text)).ShouldBe(kind);

    [Theory]
    [InlineData("send me the weekly summary every Monday at 9", "every Monday at 9")]
    [InlineData("schedule top offers every Friday at 16:00 please", "every Friday at 16:00")]
    [InlineData("every weekday at 7am the paused partners", "every weekday at 7am")]
    [InlineData("at 9 every Monday show the top 5 offers", "at 9 every Monday")]
    [InlineData("link for every partner", null)]
    [InlineData("monthly summary", null)]
    [InlineData("the daily report of last week", null)]
    [InlineData("top 5 offers last week", null)]
    public void The_phrase_is_found_in_a_sentence(string text, string? phrase) =>
        (WhenPhrases.Find(text) is { } found ? text[found.Start..found.End] : null).ShouldBe(phrase);
}
