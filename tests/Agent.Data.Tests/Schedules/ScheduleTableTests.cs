using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Schedules;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Schedules;

public sealed class ScheduleTableTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private static readonly DateTimeOffset Slot = new(2025, 1, 20, 8, 0, 0, TimeSpan.Zero);

    private readonly string owner = $"owner-{Guid.NewGuid():N}";

    private async Task<ScheduleRepository> SchedulesAsync(DatabaseProvider provider) =>
        (await databases.OnAsync(provider)).GetRequiredService<ScheduleRepository>();

    private ScheduleValues Weekly(string kind, string target) => new(
        Guid.CreateVersion7(), owner, kind, target, "Weekly summary", "{}", "09:00", "Monday", null, "Europe/Amsterdam", true, Slot);

    [Theory, OnSqlite, OnPostgres]
    public async Task Saving_a_target_again_changes_its_schedule(DatabaseProvider provider)
    {
        var schedules = await SchedulesAsync(provider);
        var first = await schedules.SaveAsync(Weekly("workflow", owner), default);

        var second = await schedules.SaveAsync(Weekly("workflow", owner) with { Title = "Summary", Time = "10:00", NextRunAt = Slot.AddHours(1) }, default);

        second.ShouldBe(first with { Title = "Summary", Time = "10:00", NextRunAt = Slot.AddHours(1), UpdatedAt = second.UpdatedAt });
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_slot_that_is_due_stays_due_while_the_times_are_the_same(DatabaseProvider provider)
    {
        var schedules = await SchedulesAsync(provider);
        await schedules.SaveAsync(Weekly("workflow", owner), default);

        var saved = await schedules.SaveAsync(Weekly("workflow", owner) with { Title = "Summary", NextRunAt = Slot.AddDays(7) }, default);

        saved.NextRunAt.ShouldBe(Slot);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nodes_that_save_a_target_at_once_make_one_schedule(DatabaseProvider provider)
    {
        var schedules = await SchedulesAsync(provider);

        var saved = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => schedules.SaveAsync(Weekly("workflow", owner), default))));

        saved.Select(schedule => schedule.Id).Distinct().Count().ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deleted_schedule_is_gone_and_its_target_is_free(DatabaseProvider provider)
    {
        var schedules = await SchedulesAsync(provider);
        var first = await schedules.SaveAsync(Weekly("workflow", owner), default);

        (await schedules.DeleteAsync("workflow", owner, default)).ShouldBeTrue();

        (await schedules.FindAsync(owner, first.Id, default)).ShouldBeNull();
        (await schedules.SaveAsync(Weekly("workflow", owner), default)).Number.ShouldBeGreaterThan(first.Number);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task People_see_their_own_schedules_and_those_of_alert_rules(DatabaseProvider provider)
    {
        var schedules = await SchedulesAsync(provider);
        var own = await schedules.SaveAsync(Weekly("workflow", owner), default);
        var rule = await schedules.SaveAsync(Weekly("alert_rule", owner), default);

        var others = (await schedules.ListAsync("somebody-else", null, 1000, default)).Data;

        others.ShouldContain(schedule => schedule.Id == rule.Id);
        others.ShouldNotContain(schedule => schedule.Id == own.Id);
        (await schedules.FindAsync(owner, own.Id, default)).ShouldBe(own);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Schedules_come_in_pages_by_number(DatabaseProvider provider)
    {
        var schedules = await SchedulesAsync(provider);
        foreach (var target in (string[])["a", "b", "c"])
            await schedules.SaveAsync(Weekly("workflow", owner + target), default);
        var seen = new List<int>();
        string? cursor = null;

        do
        {
            var page = await schedules.ListAsync(owner, cursor, 2, default);
            seen.AddRange(page.Data.Where(schedule => schedule.Owner == owner).Select(schedule => schedule.Number));
            cursor = page.Next;
        }
        while (cursor is not null);

        seen.Count.ShouldBe(3);
        seen.ShouldBe(seen.Order());
    }
}
