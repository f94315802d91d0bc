using PromptLab.Data.Databases;
using PromptLab.Data.Turns;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Turns;

public sealed class TurnEventTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Events_come_back_in_order_across_batches(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();
        await scene.Turns.AppendEventsAsync(turnId, [new(1, """{"a":"é\t\n"}"""), new(2, "{}")], default);

        await scene.Turns.CompleteAsync(scene.Completion(turnId) with { Events = [new(3, """{"c":3}"""), new(9, "{}")] }, default);

        (await scene.Turns.ReadEventsAsync(turnId, 0, default)).ShouldBe(
            [new(1, """{"a":"é\t\n"}"""), new(2, "{}"), new(3, """{"c":3}"""), new(9, "{}")]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_viewer_gets_what_it_missed_also_from_the_middle_of_a_batch(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();
        await scene.Turns.AppendEventsAsync(turnId, [new(1, "1"), new(2, "2")], default);
        await scene.Turns.AppendEventsAsync(turnId, [new(3, "3"), new(4, "4")], default);

        var missed = await scene.Turns.ReadEventsAsync(turnId, 3, default);

        missed.ShouldBe([new(4, "4")]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_empty_batch_stores_nothing(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();

        var running = await scene.Turns.AppendEventsAsync(turnId, [], default);

        running.ShouldBeTrue();
        (await scene.Turns.ReadEventsAsync(turnId, 0, default)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_turn_that_is_over_takes_no_more_events(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();
        await scene.CompleteAsync(turnId);

        var stored = await scene.Turns.AppendEventsAsync(turnId, [new(1, "{}")], default);

        stored.ShouldBeFalse();
        (await scene.Turns.ReadEventsAsync(turnId, 0, default)).ShouldBeEmpty();
    }
}
