using PromptLab.Data.Databases;
using PromptLab.Data.PendingActions;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.PendingActions;

public sealed class PendingActionExecutionTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Each_step_is_stored_and_audited(DatabaseProvider provider)
    {
        var scene = new PendingActionScene(await databases.OnAsync(provider));
        var action = await scene.ClaimAsync(await scene.ProposeAsync());

        await scene.Execution.ReachAsync(action, PendingActionStep.WriteStarted, "others", default);
        await scene.Execution.ReachAsync(action, PendingActionStep.Approved, "", default);
        await scene.Execution.ReachAsync(action, PendingActionStep.LinkCreated, "", default);
        var ended = await scene.Execution.EndAsync(PendingActionScene.Done(action), scene.Message("Approved."), null, default);

        ended.ShouldBeTrue();
        var stored = await scene.FindAsync(action.Id);
        stored.ShouldSatisfyAllConditions(
            () => stored.Status.ShouldBe(PendingActionStatus.Done),
            () => stored.OthersDigest.ShouldBe("others"),
            () => stored.WriteStartedAt.ShouldBe(scene.Clock.GetUtcNow()),
            () => stored.ApprovedAt.ShouldNotBeNull(),
            () => stored.LinkCreatedAt.ShouldNotBeNull(),
            () => stored.Reply.ShouldBe("Approved."));
        (await scene.MessagesAsync()).ShouldBe(["?", "!", "Approved."]);
        (await scene.AuditedAsync()).ShouldBe(
            ["approval_proposed", "approval_confirmed", "approval_started", "partner_approved", "link_created", "action_finished"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_claim_that_is_renewed_is_not_taken_over(DatabaseProvider provider)
    {
        var scene = new PendingActionScene(await databases.OnAsync(provider));
        var action = await scene.ClaimAsync(await scene.ProposeAsync());
        scene.Clock.Advance(PendingActionScene.Lease / 2);

        var renewed = await scene.Execution.RenewAsync(action.Id, action.Attempt, PendingActionScene.Lease, default);
        scene.Clock.Advance(PendingActionScene.Lease - TimeSpan.FromSeconds(1));

        renewed.ShouldBeTrue();
        (await TakenAsync(scene, null)).ShouldNotContain(action.Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_nodes_that_look_at_once_one_takes_over_what_a_dead_process_left(DatabaseProvider provider)
    {
        var scene = new PendingActionScene(await databases.OnAsync(provider));
        var action = await scene.ClaimAsync(await scene.ProposeAsync());
        scene.Clock.Advance(PendingActionScene.Lease);

        var taken = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(
            () => scene.Execution.TakeAbandonedAsync(null, $"node-{number}", PendingActionScene.Lease, default))));

        taken.SelectMany(rows => rows).Count(row => row.Id == action.Id).ShouldBe(1);
        (await scene.FindAsync(action.Id)).Attempt.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_process_that_lost_its_claim_can_store_nothing_more(DatabaseProvider provider)
    {
        var scene = new PendingActionScene(await databases.OnAsync(provider));
        var late = await scene.ClaimAsync(await scene.ProposeAsync());
        scene.Clock.Advance(PendingActionScene.Lease);
        await TakenAsync(scene, null);

        var reached = await scene.Execution.ReachAsync(late, PendingActionStep.Approved, "", default);
        var renewed = await scene.Execution.RenewAsync(late.Id, late.Attempt, PendingActionScene.Lease, default);
        var ended = await scene.Execution.EndAsync(PendingActionScene.Done(late), scene.Message("Approved twice?"), null, default);

        (reached, renewed, ended).ShouldBe((false, false, false));
        (await scene.FindAsync(late.Id)).Status.ShouldBe(PendingActionStatus.Executing);
        (await scene.MessagesAsync()).ShouldBe(["?", "!"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task At_its_start_a_node_takes_what_its_last_life_left_without_waiting_for_the_lease(DatabaseProvider provider)
    {
        var scene = new PendingActionScene(await databases.OnAsync(provider));
        var action = await scene.ClaimAsync(await scene.ProposeAsync());

        var taken = await TakenAsync(scene, PendingActionScene.Node);

        taken.ShouldContain(action.Id);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_changed_state_puts_a_new_proposal_in_the_place_of_the_old_one(DatabaseProvider provider)
    {
        var scene = new PendingActionScene(await databases.OnAsync(provider));
        var action = await scene.ClaimAsync(await scene.ProposeAsync());
        var next = scene.Action();

        await scene.Execution.EndAsync(
            PendingActionScene.Done(action) with { Status = PendingActionStatus.Replaced, Result = "changed" }, scene.Message("Please look again."), next, default);

        (await scene.FindAsync(action.Id)).Status.ShouldBe(PendingActionStatus.Replaced);
        (await scene.FindAsync(next.Id)).Status.ShouldBe(PendingActionStatus.Pending);
    }

    private static async Task<IEnumerable<Guid>> TakenAsync(PendingActionScene scene, string? lastLife) =>
        (await scene.Execution.TakeAbandonedAsync(lastLife, "node-b", PendingActionScene.Lease, default)).Select(row => row.Id);
}
