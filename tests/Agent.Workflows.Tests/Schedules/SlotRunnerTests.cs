using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Deliveries;
using PromptLab.Data.Schedules;
using PromptLab.Testing.Requirements;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Workflows.Tests.Schedules;

public sealed class SlotRunnerTests
{
    private static readonly ScheduledOutcome Failure = new(false, "Everflow did not answer.");

    [Theory, OnSqlite, OnPostgres]
    public async Task A_slot_runs_once_when_its_time_has_come(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.CreateAsync(provider);
        await scene.BeatAtAsync("2025-01-16T07:59:59Z");

        await scene.BeatAtAsync("2025-01-16T08:00:00Z");
        await scene.BeatAsync();

        (await scene.HistoryAsync()).ShouldBe(["01-16 08:00 succeeded 1"]);
        scene.Work.Slots.ShouldHaveSingleItem().At.ShouldBe(new(2025, 1, 16, 8, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("2025-03-29T12:00Z", "2025-03-31T06:00Z", "03-30 07:00 succeeded 1")]
    [InlineData("2025-10-25T12:00Z", "2025-10-27T06:00Z", "10-26 08:00 succeeded 1")]
    public async Task Nine_in_Amsterdam_runs_once_on_a_day_when_clocks_change(string start, string end, string run)
    {
        await using var scene = await ScheduleScene.CreateAsync(DatabaseProvider.Sqlite);
        await scene.BeatAtAsync(start);
        var before = (await scene.HistoryAsync()).Count;

        for (var moment = DateTimeOffset.Parse(start, null); moment <= DateTimeOffset.Parse(end, null); moment += TimeSpan.FromMinutes(30))
        {
            await scene.BeatAtAsync(moment.ToString("O", null));
        }

        (await scene.HistoryAsync()).Skip(before).ShouldBe([run]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_latest_missed_slot_is_caught_up_within_the_grace_period(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.CreateAsync(provider);

        await scene.BeatAtAsync("2025-01-18T13:59:00Z");

        (await scene.HistoryAsync()).ShouldBe(["01-16 08:00 missed 0", "01-17 08:00 missed 0", "01-18 08:00 succeeded 1"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_slot_beyond_the_grace_period_is_recorded_as_missed(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.CreateAsync(provider);

        await scene.BeatAtAsync("2025-01-16T14:00:01Z");

        (await scene.HistoryAsync()).ShouldBe(["01-16 08:00 missed 0"]);
        scene.Work.Slots.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_year_of_rest_the_latest_hundred_slots_are_recorded()
    {
        await using var scene = await ScheduleScene.CreateAsync(DatabaseProvider.Sqlite);

        await scene.BeatAtAsync("2026-01-15T09:00:00Z");

        var history = await scene.HistoryAsync();
        (history.Count, history[^1]).ShouldBe((101, "01-15 08:00 succeeded 1"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_clock_that_is_set_back_runs_no_slot_again(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.CreateAsync(provider);
        await scene.BeatAtAsync("2025-01-16T08:00:00Z");

        await scene.BeatAtAsync("2025-01-16T07:00:00Z");
        await scene.BeatAtAsync("2025-01-16T08:00:01Z");

        (await scene.HistoryAsync()).ShouldBe(["01-16 08:00 succeeded 1"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_looks_at_once_on_two_nodes_run_a_slot_once(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.CreateAsync(provider);
        var other = scene.AddNode();
        scene.Clock.Advance(TimeSpan.FromHours(21));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(index => Task.Run(() => scene.BeatAsync(index % 2 == 0 ? scene.Node : other))));

        scene.Work.Slots.Count.ShouldBe(1);
        (await scene.HistoryAsync()).ShouldBe(["01-16 08:00 succeeded 1"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Failing_work_is_tried_three_times_more_with_growing_pauses(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.CreateAsync(provider);
        scene.Work.Does = (_, _) => Task.FromResult(Failure);

        foreach (var moment in new[] { "08:00:00", "08:00:59", "08:01:00", "08:04:59", "08:05:00", "08:20:59", "08:21:00", "12:00:00" })
        {
            await scene.BeatAtAsync($"2025-01-16T{moment}Z");
        }

        scene.Work.Slots.Count.ShouldBe(4);
        (await scene.HistoryAsync()).ShouldBe(["01-16 08:00 failed 4"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_failure_streak_is_told_to_the_operators_user_once(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.CreateAsync(provider, settings: [new("Schedules:Retries", "0")]);
        scene.Work.Does = (_, _) => Task.FromResult(Failure);

        await scene.BeatAtAsync("2025-01-16T08:00:00Z");
        await scene.BeatAtAsync("2025-01-17T08:00:00Z");

        var notice = (await NoticesAsync(scene)).ShouldHaveSingleItem();
        notice.ShouldContain("“Default pages” (schedule 1) failed after 1 attempt: Everflow did not answer.");
    }

    [Fact]
    public async Task A_new_streak_after_a_success_is_told_again()
    {
        await using var scene = await ScheduleScene.CreateAsync(DatabaseProvider.Sqlite, settings: [new("Schedules:Retries", "0")]);
        scene.Work.Does = (slot, _) => Task.FromResult(slot.At.Day == 17 ? new ScheduledOutcome(true, "Done.") : Failure);

        await scene.BeatAtAsync("2025-01-16T08:00:00Z");
        await scene.BeatAtAsync("2025-01-17T08:00:00Z");
        await scene.BeatAtAsync("2025-01-18T08:00:00Z");

        (await NoticesAsync(scene)).Count.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task With_an_operator_channel_the_notice_goes_there(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.CreateAsync(
            provider, settings: [new("Schedules:Retries", "0"), new("Operators:Channel", "ops")]);
        scene.Work.Does = (_, _) => throw new InvalidOperationException("secret");

        await scene.BeatAtAsync("2025-01-16T08:00:00Z");

        var delivery = (await scene.Node.GetRequiredService<DeliveryRepository>().ListAsync(null, null, 10, default)).Data.ShouldHaveSingleItem();
        delivery.Channel.ShouldBe("ops");
        delivery.Payload.ShouldContain("Schedule 1 failed");
        delivery.Payload.ShouldNotContain("secret");
        (await NoticesAsync(scene)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_run_whose_process_died_is_taken_over_after_its_lease(DatabaseProvider provider)
    {
        await using var scene = await ScheduleScene.CreateAsync(provider);
        scene.Clock.Advance(TimeSpan.FromHours(21));
        var runs = scene.Node.GetRequiredService<ScheduleRunRepository>();
        var due = (await runs.DueAsync(1, default)).Single();
        await runs.HandOutAsync(due, new(due.NextRunAt, [], due.NextRunAt!.Value.AddDays(1)), default);
        await runs.ClaimAsync((await runs.ToDoAsync(1, default)).Single(), "dead", TimeSpan.FromMinutes(1), default);

        await scene.BeatAtAsync("2025-01-16T08:00:59Z");
        var early = scene.Work.Slots.Count;
        await scene.BeatAtAsync("2025-01-16T08:01:00Z");

        early.ShouldBe(0);
        (await scene.HistoryAsync()).ShouldBe(["01-16 08:00 succeeded 2"]);
    }

    [Fact]
    public async Task The_only_process_takes_over_what_the_last_one_held_at_once()
    {
        await using var scene = await ScheduleScene.CreateAsync(DatabaseProvider.Sqlite);
        scene.Clock.Advance(TimeSpan.FromHours(21));
        var runs = scene.Node.GetRequiredService<ScheduleRunRepository>();
        var run = await runs.StartNowAsync(scene.Schedule.Id, default);
        await runs.ClaimAsync(run.Id, "dead", TimeSpan.FromMinutes(1), default);

        await scene.Node.GetRequiredService<SlotRunner>().TakeOverAsync(default);
        await scene.BeatAsync();

        (await scene.HistoryAsync()).ShouldContain("01-16 08:00 succeeded 2");
    }

    [Fact]
    public async Task Work_that_takes_its_process_along_is_given_up()
    {
        await using var scene = await ScheduleScene.CreateAsync(DatabaseProvider.Sqlite);
        var runs = scene.Node.GetRequiredService<ScheduleRunRepository>();
        var run = await runs.StartNowAsync(scene.Schedule.Id, default);
        for (var death = 0; death < 4; death++)
        {
            await runs.ClaimAsync(run.Id, "dead", TimeSpan.FromMinutes(1), default);
            scene.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await scene.BeatAsync();

        scene.Work.Slots.ShouldBeEmpty();
        (await scene.HistoryAsync()).ShouldBe(["01-15 11:00 failed 5"]);
    }

    [Fact]
    public async Task Long_work_keeps_its_lease()
    {
        await using var scene = await ScheduleScene.CreateAsync(DatabaseProvider.Sqlite);
        var ready = new TaskCompletionSource<ScheduledOutcome>(TaskCreationOptions.RunContinuationsAsynchronously);
        scene.Work.Does = (_, token) => ready.Task.WaitAsync(token);
        scene.Clock.Advance(TimeSpan.FromHours(21));
        var first = scene.BeatAsync();

        for (var beat = 0; beat < 6; beat++)
        {
            await scene.Clock.TimerWithin(TimeSpan.FromSeconds(20));
            scene.Clock.Advance(TimeSpan.FromSeconds(20));
            await WaitForLeaseAsync(scene);
            await scene.BeatAsync();
        }

        ready.SetResult(new(true, "Done."));
        await first;
        scene.Work.Slots.Count.ShouldBe(1);
        (await scene.HistoryAsync()).ShouldBe(["01-16 08:00 succeeded 1"]);
    }

    [Fact]
    public async Task Work_that_takes_too_long_is_stopped_and_tried_again()
    {
        await using var scene = await ScheduleScene.CreateAsync(DatabaseProvider.Sqlite, settings: [new("Schedules:Timeout", "00:00:10")]);
        scene.Work.Does = async (_, token) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, scene.Clock, token);
            return Failure;
        };
        scene.Clock.Advance(TimeSpan.FromHours(21));
        var beat = scene.BeatAsync();
        await scene.Clock.TimerWithin(TimeSpan.FromSeconds(10));

        scene.Clock.Advance(TimeSpan.FromSeconds(10));
        await beat;

        var run = (await scene.Node.GetRequiredService<ScheduleRunRepository>().ListAsync(scene.Schedule.Id, null, 1, default)).Data.Single();
        (run.Status, run.Summary).ShouldBe(("running", "It took too long and was stopped."));
    }

    [Fact]
    public async Task An_attempt_that_is_cut_off_by_shutting_down_does_not_count()
    {
        await using var scene = await ScheduleScene.CreateAsync(DatabaseProvider.Sqlite);
        using var stopping = new CancellationTokenSource();
        scene.Work.Does = async (_, token) =>
        {
            await stopping.CancelAsync();
            token.ThrowIfCancellationRequested();
            return Failure;
        };
        scene.Clock.Advance(TimeSpan.FromHours(21));

        await scene.Node.GetRequiredService<SlotRunner>().RunDueAsync(stopping.Token);

        (await scene.HistoryAsync()).ShouldBe(["01-16 08:00 running 0"]);
        scene.Work.Does = (_, _) => Task.FromResult(new ScheduledOutcome(true, "Done."));
        await scene.BeatAsync();
        (await scene.HistoryAsync()).ShouldBe(["01-16 08:00 succeeded 1"]);
    }

    [Fact]
    public async Task A_removed_schedule_runs_no_more()
    {
        await using var scene = await ScheduleScene.CreateAsync(DatabaseProvider.Sqlite);
        await scene.Node.GetRequiredService<ScheduleRunRepository>().StartNowAsync(scene.Schedule.Id, default);

        await scene.Node.GetRequiredService<ScheduleService>().DeleteAsync(ScheduleKind.AlertRule, "rule", default);
        await scene.BeatAtAsync("2025-01-16T08:00:00Z");

        scene.Work.Slots.ShouldBeEmpty();
        (await scene.HistoryAsync()).ShouldBe(["01-15 11:00 failed 0"]);
    }

    [Fact]
    public async Task A_kind_that_nobody_knows_fails_at_once()
    {
        await using var scene = await ScheduleScene.CreateAsync(DatabaseProvider.Sqlite);
        var other = await scene.Node.GetRequiredService<ScheduleService>().CreateOrUpdateAsync(
            new("pipeline", "x", ScheduleScene.Owner, "Later", new("09:00", [], "Europe/Amsterdam"), "{}"), default);

        await scene.BeatAtAsync("2025-01-16T08:00:00Z");

        var page = await scene.Node.GetRequiredService<ScheduleRunRepository>().ListAsync(other.Id, null, 10, default);
        page.Data.ShouldHaveSingleItem().Status.ShouldBe("failed");
    }

    private static async Task WaitForLeaseAsync(ScheduleScene scene)
    {
        // The renewal is written after its timer fired.
        for (var wait = 0; wait < 10_000 && (await scene.Node.GetRequiredService<ScheduleRunRepository>()
            .ListAsync(scene.Schedule.Id, null, 1, default)).Data.Single().AvailableAt <= scene.Clock.GetUtcNow().AddSeconds(40); wait++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    private static async Task<IReadOnlyList<string>> NoticesAsync(ScheduleScene scene)
    {
        var conversations = scene.Node.GetRequiredService<ConversationRepository>();
        var page = await conversations.ListAsync("local", null, null, 10, default);
        var texts = new List<string>();
        foreach (var conversation in page.Data)
        {
            var messages = await conversations.ListMessagesAsync("local", conversation.Id, null, 100, default);
            texts.AddRange(messages!.Data.Select(message => message.Text));
        }

        return texts;
    }
}
