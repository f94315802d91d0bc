using PromptLab.Data.Databases;
using PromptLab.Data.Paging;
using PromptLab.Data.PendingActions;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.PendingActions;

public sealed class PendingActionDecisionTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_fifty_confirmations_at_once_one_gets_the_action(DatabaseProvider provider)
    {
        var scene = new PendingActionScene(await databases.OnAsync(provider));
        var id = await scene.ProposeAsync();

        var claims = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(number => Task.Run(() => scene.Actions.ClaimAsync(id, $"person-{number}", "node", PendingActionScene.Lease, default))));

        var winner = claims.Single(claim => claim is not null)!;
        var stored = await scene.FindAsync(id);
        stored.Status.ShouldBe(PendingActionStatus.Executing);
        stored.DecidedBy.ShouldBe(winner.DecidedBy);
        stored.Attempt.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_a_yes_and_a_no_at_once_one_counts(DatabaseProvider provider)
    {
        var scene = new PendingActionScene(await databases.OnAsync(provider));
        var id = await scene.ProposeAsync();

        var decisions = await Task.WhenAll(Enumerable.Range(0, 20).Select(number => Task.Run(() => number % 2 == 0
            ? scene.Actions.ClaimAsync(id, "yes", "node", PendingActionScene.Lease, default)
            : scene.Actions.CancelAsync(id, "no", null, default))));

        var counted = decisions.Single(decision => decision is not null)!;
        (await scene.FindAsync(id)).Status.ShouldBe(counted.DecidedBy == "yes" ? PendingActionStatus.Executing : PendingActionStatus.Cancelled);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_has_passed_its_time_cannot_be_decided_and_reads_as_expired(DatabaseProvider provider)
    {
        var scene = new PendingActionScene(await databases.OnAsync(provider));
        var id = await scene.ProposeAsync();
        scene.Clock.Advance(TimeSpan.FromMinutes(15));

        var claim = await scene.Actions.ClaimAsync(id, scene.Owner, "node", PendingActionScene.Lease, default);
        var cancelled = await scene.Actions.CancelAsync(id, scene.Owner, null, default);

        claim.ShouldBeNull();
        cancelled.ShouldBeNull();
        (await scene.FindAsync(id)).Status.ShouldBe(PendingActionStatus.Expired);
        (await ListAsync(scene, PendingActionStatus.Pending)).ShouldBeEmpty();
        (await ListAsync(scene, PendingActionStatus.Expired)).ShouldBe([id]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Expiry_is_stored_once_and_audited(DatabaseProvider provider)
    {
        var scene = new PendingActionScene(await databases.OnAsync(provider));
        var id = await scene.ProposeAsync();
        scene.Clock.Advance(TimeSpan.FromMinutes(16));

        await scene.Actions.ExpireAsync(default);
        await scene.Actions.ExpireAsync(default);

        (await scene.FindAsync(id)).Status.ShouldBe(PendingActionStatus.Expired);
        (await scene.AuditedAsync()).ShouldBe(["approval_proposed", "approval_expired"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_newer_proposal_on_the_same_subject_replaces_the_older_one_only(DatabaseProvider provider)
    {
        var scene = new PendingActionScene(await databases.OnAsync(provider));
        var other = await scene.ProposeAsync("tracking_link:9:9");
        var older = await scene.ProposeAsync();

        var newer = await scene.ProposeAsync();

        (await scene.FindAsync(older)).Status.ShouldBe(PendingActionStatus.Replaced);
        (await ListAsync(scene, PendingActionStatus.Pending)).ShouldBe([newer, other]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_cancellation_is_told_in_the_conversation_once(DatabaseProvider provider)
    {
        var scene = new PendingActionScene(await databases.OnAsync(provider));
        var id = await scene.ProposeAsync();

        await scene.Actions.CancelAsync(id, "anna", scene.Message("Cancelled by anna."), default);
        await scene.Actions.CancelAsync(id, "ben", scene.Message("Cancelled by ben."), default);

        (await scene.MessagesAsync()).ShouldBe(["?", "!", "Cancelled by anna."]);
        (await scene.FindAsync(id)).DecidedBy.ShouldBe("anna");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_list_is_read_page_by_page_newest_first(DatabaseProvider provider)
    {
        var scene = new PendingActionScene(await databases.OnAsync(provider));
        Guid[] ids = [await scene.ProposeAsync("a"), await scene.ProposeAsync("b"), await scene.ProposeAsync("c")];

        var first = await scene.Actions.ListAsync(scene.Owner, scene.ConversationId, null, null, 2, default);
        var second = await scene.Actions.ListAsync(scene.Owner, null, null, first.Next, 2, default);

        first.Data.Select(row => row.Id).ShouldBe([ids[2], ids[1]]);
        second.Data.Select(row => row.Id).ShouldBe([ids[0]]);
        second.Next.ShouldBeNull();
        await Should.ThrowAsync<InvalidCursorException>(() => scene.Actions.ListAsync(scene.Owner, null, null, "nonsense", 2, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Somebody_elses_actions_are_in_the_list_of_all_only(DatabaseProvider provider)
    {
        var scene = new PendingActionScene(await databases.OnAsync(provider));
        var id = await scene.ProposeAsync();

        var others = await scene.Actions.ListAsync("somebody else", scene.ConversationId, null, null, 10, default);
        var all = await scene.Actions.ListAsync(null, scene.ConversationId, null, null, 10, default);

        others.Data.ShouldBeEmpty();
        all.Data.Select(row => row.Id).ShouldBe([id]);
    }

    private static async Task<IEnumerable<Guid>> ListAsync(PendingActionScene scene, string status) =>
        (await scene.Actions.ListAsync(scene.Owner, scene.ConversationId, status, null, 10, default)).Data.Select(row => row.Id);
}
