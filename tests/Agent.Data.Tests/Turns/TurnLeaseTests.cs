using PromptLab.Data.Databases;
using PromptLab.Data.Turns;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Turns;

public sealed class TurnLeaseTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_renewed_lease_keeps_the_conversation(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();
        scene.Clock.Advance(TurnScene.Lease / 2);

        var stop = await scene.Turns.RenewLeaseAsync(turnId, TurnScene.Lease, default);

        stop.ShouldBeFalse();
        scene.Clock.Advance(TurnScene.Lease - TimeSpan.FromSeconds(1));
        (await scene.BeginNextAsync()).ShouldBe(new TurnStart.Busy(turnId));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Renewing_tells_that_the_user_wants_to_stop(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();
        await scene.Turns.RequestCancelAsync(scene.Owner, turnId, default);

        var stop = await scene.Turns.RenewLeaseAsync(turnId, TurnScene.Lease, default);

        stop.ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Renewing_tells_that_the_conversation_is_lost(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var late = await scene.BeginFirstAsync();
        scene.Clock.Advance(TurnScene.Lease + TimeSpan.FromSeconds(1));
        var holder = (await scene.BeginNextAsync()).ShouldBeOfType<TurnStart.Begun>().Conversation.RunningTurnId;

        var stop = await scene.Turns.RenewLeaseAsync(late, TurnScene.Lease, default);

        stop.ShouldBeTrue();
        (await scene.ConversationAsync()).RunningTurnId.ShouldBe(holder);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_first_request_to_stop_is_the_one_that_is_kept(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();
        var first = scene.Clock.GetUtcNow();
        await scene.Turns.RequestCancelAsync(scene.Owner, turnId, default);
        scene.Clock.Advance(TimeSpan.FromSeconds(5));

        var accepted = await scene.Turns.RequestCancelAsync(scene.Owner, turnId, default);

        accepted.ShouldBeTrue();
        (await scene.TurnAsync(turnId)).CancelRequestedAt.ShouldBe(first);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_turn_that_is_over_cannot_be_stopped(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();
        await scene.CompleteAsync(turnId);

        var accepted = await scene.Turns.RequestCancelAsync(scene.Owner, turnId, default);

        accepted.ShouldBeFalse();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_owner_neither_sees_nor_stops_the_turn(DatabaseProvider provider)
    {
        var scene = new TurnScene(await databases.OnAsync(provider));
        var turnId = await scene.BeginFirstAsync();

        var accepted = await scene.Turns.RequestCancelAsync("someone else", turnId, default);

        accepted.ShouldBeFalse();
        (await scene.Turns.FindAsync("someone else", turnId, default)).ShouldBeNull();
        (await scene.TurnAsync(turnId)).CancelRequestedAt.ShouldBeNull();
    }
}
