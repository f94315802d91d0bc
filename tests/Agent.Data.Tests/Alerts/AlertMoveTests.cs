using PromptLab.Data.Alerts;
using PromptLab.Data.Databases;
using PromptLab.Data.Feed;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Alerts;

public sealed class AlertMoveTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_alert_goes_through_its_life(DatabaseProvider provider)
    {
        var scene = await AlertScene.OpenAsync(await databases.OnAsync(provider));
        var alert = await scene.ToldAsync("partner:160");
        var until = scene.Clock.GetUtcNow().AddDays(1);

        var acknowledged = await MoveAsync(scene, alert, scene.Ann, AlertAction.Acknowledge);
        var snoozed = await MoveAsync(scene, alert, scene.Bob, AlertAction.Snooze, until);
        var resolved = await MoveAsync(scene, alert, scene.Bob, AlertAction.Resolve);
        var reopened = await MoveAsync(scene, alert, scene.Ann, AlertAction.Reopen);

        (acknowledged!.State, acknowledged.AcknowledgedBy).ShouldBe((AlertState.Acknowledged, scene.Ann));
        (snoozed!.State, snoozed.SnoozedUntil).ShouldBe((AlertState.Snoozed, until));
        (resolved!.State, resolved.SnoozedUntil, resolved.ResolvedAt).ShouldBe((AlertState.Resolved, null, scene.Clock.GetUtcNow().AddSeconds(-1)));
        (reopened!.State, reopened.AcknowledgedBy, reopened.ResolvedAt).ShouldBe((AlertState.New, null, null));
        (await scene.Alerts.HistoryAsync(alert.Id, default)).Select(change => (change.Action, change.Actor)).ShouldBe(
            [("acknowledge", scene.Ann), ("snooze", scene.Bob), ("resolve", scene.Bob), ("reopen", scene.Ann)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_state_does_not_allow_changes_nothing(DatabaseProvider provider)
    {
        var scene = await AlertScene.OpenAsync(await databases.OnAsync(provider));
        var alert = await scene.ToldAsync("partner:160");

        (await MoveAsync(scene, alert, scene.Ann, AlertAction.Reopen)).ShouldBeNull();
        await MoveAsync(scene, alert, scene.Ann, AlertAction.Acknowledge);
        (await MoveAsync(scene, alert, scene.Bob, AlertAction.Acknowledge)).ShouldBeNull();
        await MoveAsync(scene, alert, scene.Ann, AlertAction.Resolve);
        (await MoveAsync(scene, alert, scene.Ann, AlertAction.Acknowledge)).ShouldBeNull();
        (await MoveAsync(scene, alert, scene.Ann, AlertAction.Snooze, scene.Clock.GetUtcNow().AddDays(1))).ShouldBeNull();
        (await MoveAsync(scene, alert, scene.Ann, AlertAction.Resolve)).ShouldBeNull();

        (await scene.Alerts.HistoryAsync(alert.Id, default)).Count.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_snooze_that_is_over_makes_the_alert_new_again(DatabaseProvider provider)
    {
        var scene = await AlertScene.OpenAsync(await databases.OnAsync(provider));
        var alert = await scene.ToldAsync("partner:160");
        await MoveAsync(scene, alert, scene.Ann, AlertAction.Snooze, scene.Clock.GetUtcNow().AddDays(1));

        scene.Clock.Advance(TimeSpan.FromDays(1));

        var awake = (await scene.Alerts.FindAsync(scene.Ann, alert.Number, default))!;
        (awake.State, awake.SnoozedUntil).ShouldBe((AlertState.New, null));
        (await scene.Alerts.ListAsync(scene.Ann, new AlertFilter(AlertState.New), null, 10, default)).Data.ShouldHaveSingleItem();
        (await MoveAsync(scene, alert, scene.Ann, AlertAction.Reopen)).ShouldBeNull();
        (await MoveAsync(scene, alert, scene.Ann, AlertAction.Acknowledge)).ShouldNotBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Everybody_who_was_told_hears_of_a_change(DatabaseProvider provider)
    {
        var scene = await AlertScene.OpenAsync(await databases.OnAsync(provider));
        var alert = await scene.ToldAsync("partner:160");

        var moved = await MoveAsync(scene, alert, scene.Ann, AlertAction.Acknowledge);

        var heard = (await scene.FeedAsync(scene.Bob))[^1];
        (heard.Kind, heard.Payload).ShouldBe((FeedKind.Alert, AlertView.Of(moved!).ToJson()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_those_who_were_told_find_it(DatabaseProvider provider)
    {
        var scene = await AlertScene.OpenAsync(await databases.OnAsync(provider));
        var alert = await scene.ToldAsync("partner:160");

        (await scene.Alerts.FindAsync("somebody", alert.Id, default)).ShouldBeNull();
        (await scene.Alerts.FindAsync("somebody", alert.Number, default)).ShouldBeNull();
        (await MoveAsync(scene, alert, "somebody", AlertAction.Acknowledge)).ShouldBeNull();
        (await scene.Alerts.ListAsync("somebody", new AlertFilter(), null, 10, default)).Data.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Alerts_are_listed_newest_first_by_state_time_and_rule(DatabaseProvider provider)
    {
        var scene = await AlertScene.OpenAsync(await databases.OnAsync(provider));
        var first = await scene.ToldAsync("partner:1");
        scene.Clock.Advance(TimeSpan.FromDays(1));
        var since = scene.Clock.GetUtcNow();
        var second = await scene.ToldAsync("partner:2");
        var third = await scene.ToldAsync("partner:3");
        await MoveAsync(scene, second, scene.Ann, AlertAction.Resolve);

        var page = await scene.Alerts.ListAsync(scene.Ann, new AlertFilter(), null, 2, default);
        var rest = await scene.Alerts.ListAsync(scene.Ann, new AlertFilter(), page.Next, 2, default);

        Numbers(page.Data).ShouldBe([third.Number, second.Number]);
        Numbers(rest.Data).ShouldBe([first.Number]);
        rest.Next.ShouldBeNull();
        Numbers(await ListAsync(scene, new AlertFilter(AlertState.Open))).ShouldBe([third.Number, first.Number]);
        Numbers(await ListAsync(scene, new AlertFilter(AlertState.Resolved))).ShouldBe([second.Number]);
        Numbers(await ListAsync(scene, new AlertFilter(Since: since))).ShouldBe([third.Number, second.Number]);
        Numbers(await ListAsync(scene, new AlertFilter(RuleId: scene.RuleId))).ShouldBe([third.Number, second.Number, first.Number]);
        (await ListAsync(scene, new AlertFilter(RuleId: Guid.NewGuid()))).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<AlertRow>> ListAsync(AlertScene scene, AlertFilter filter) =>
        (await scene.Alerts.ListAsync(scene.Ann, filter, null, 50, default)).Data;

    private static IEnumerable<long> Numbers(IReadOnlyList<AlertRow> alerts) => alerts.Select(alert => alert.Number);

    private static Task<AlertRow?> MoveAsync(AlertScene scene, AlertRow alert, string owner, string action, DateTimeOffset? until = null)
    {
        scene.Clock.Advance(TimeSpan.FromSeconds(1));
        return scene.Alerts.MoveAsync(owner, alert.Number, action, until, default);
    }
}
