using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Tests.Turns;

public sealed class LiveTurnTests
{
    [Fact]
    public async Task A_viewer_who_comes_late_reads_everything_from_the_start()
    {
        using var turn = Turn();
        turn.Publish(TurnEventType.RunStarted, "{}");
        turn.Publish(TurnEventType.RunFinished, "{}");

        var events = await ReadAsync(turn, 0);

        events.Select(item => item.Sequence).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_viewer_who_comes_back_reads_exactly_what_was_missed()
    {
        using var turn = Turn();
        turn.Publish(TurnEventType.RunStarted, "{}");
        turn.Publish(TurnEventType.Custom, "{}");
        turn.Publish(TurnEventType.RunFinished, "{}");

        var events = await ReadAsync(turn, 2);

        events.Select(item => item.Type).ShouldBe([TurnEventType.RunFinished]);
    }

    [Fact]
    public async Task A_viewer_who_has_seen_the_end_is_done_at_once()
    {
        using var turn = Turn();
        turn.Publish(TurnEventType.RunFinished, "{}");

        var events = await ReadAsync(turn, 1);

        events.ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_viewers_follow_one_turn_while_it_runs()
    {
        using var turn = Turn();
        var viewers = Enumerable.Range(0, 5).Select(_ => ReadAsync(turn, 0)).ToArray();

        turn.Publish(TurnEventType.RunStarted, "{}");
        turn.Publish(TurnEventType.RunFinished, "{}");
        var seen = await Task.WhenAll(viewers);

        seen.ShouldAllBe(events => events.Count == 2);
    }

    [Fact]
    public void Stored_events_are_handed_out_once()
    {
        using var turn = Turn();
        turn.Publish(TurnEventType.RunStarted, "{}");
        turn.MarkStored(turn.TakeUnstored());
        turn.Publish(TurnEventType.Custom, "{}");

        var rest = turn.TakeUnstored("last");

        rest.Select(item => (item.Sequence, item.Json)).ShouldBe([(2, "{}"), (3, "last")]);
    }

    [Fact]
    public void Stopping_a_turn_that_is_over_does_nothing()
    {
        var turn = Turn();
        turn.Dispose();

        Should.NotThrow(turn.Cancel);
    }

    private static LiveTurn Turn() =>
        new(Guid.NewGuid(), Guid.NewGuid(), "anna", TimeSpan.FromMinutes(1), TimeProvider.System, CancellationToken.None);

    private static async Task<List<TurnEvent>> ReadAsync(LiveTurn turn, long after)
    {
        var events = new List<TurnEvent>();
        await foreach (var batch in turn.ReadAsync(after, CancellationToken.None))
        {
            events.AddRange(batch);
        }

        return events;
    }
}
