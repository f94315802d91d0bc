using PromptLab.Data.Databases;
using PromptLab.Data.Turns;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Turns;

public sealed class TurnInterruptionTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    private static string LastEvent(TurnRow turn) => $$"""{"type":"RUN_ERROR","message":"{{turn.Message}}"}""";

    [Theory, OnSqlite, OnPostgres]
    public async Task A_node_that_starts_again_interrupts_what_it_left_behind(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var node = $"node-{Guid.NewGuid()}";
        var turn = scene.NewTurn("Who leads?", create: true) with { Node = node };
        await scene.Turns.BeginAsync(turn, 10, default);
        await scene.Turns.AppendEventsAsync(turn.TurnId, [new(1, "{}"), new(4, "{}")], default);

        var interrupted = await scene.Turns.InterruptAbandonedAsync(node, LastEvent, default);

        interrupted.ShouldHaveSingleItem().ShouldBe(await scene.TurnAsync(turn.TurnId));
        interrupted[0].Status.ShouldBe(TurnStatus.Interrupted);
        interrupted[0].FinishedAt.ShouldBe(scene.Clock.GetUtcNow());
        (await scene.Turns.ReadEventsAsync(turn.TurnId, 4, default))
            .ShouldBe([new(10_004, """{"type":"RUN_ERROR","message":"Who leads?"}""")]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_a_crash_the_users_message_is_there_and_the_conversation_free(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        await scene.BeginFirstAsync("Who leads?");
        scene.Clock.Advance(TurnScene.Lease + TimeSpan.FromSeconds(1));

        await scene.Turns.InterruptAbandonedAsync(null, LastEvent, default);

        (await scene.MessagesAsync()).ShouldHaveSingleItem().Text.ShouldBe("Who leads?");
        (await scene.ConversationAsync()).RunningTurnId.ShouldBeNull();
        (await scene.BeginNextAsync()).ShouldBeOfType<TurnStart.Begun>();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_turn_whose_lease_is_alive_is_left_alone(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();

        var interrupted = await scene.Turns.InterruptAbandonedAsync(null, LastEvent, default);

        interrupted.ShouldNotContain(turn => turn.Id == turnId);
        (await scene.TurnAsync(turnId)).Status.ShouldBe(TurnStatus.Running);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_starting_node_leaves_the_turns_of_others_alone(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();

        var interrupted = await scene.Turns.InterruptAbandonedAsync("node-b", LastEvent, default);

        interrupted.ShouldBeEmpty();
        (await scene.TurnAsync(turnId)).Status.ShouldBe(TurnStatus.Running);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_several_nodes_one_interrupts_a_turn(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();
        scene.Clock.Advance(TurnScene.Lease + TimeSpan.FromSeconds(1));

        var sweeps = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => scene.Turns.InterruptAbandonedAsync(null, LastEvent, default))));

        sweeps.SelectMany(turns => turns).Where(turn => turn.Id == turnId).ShouldHaveSingleItem();
        (await scene.Turns.ReadEventsAsync(turnId, 0, default)).ShouldHaveSingleItem().Sequence.ShouldBe(10_000);
    }
}
