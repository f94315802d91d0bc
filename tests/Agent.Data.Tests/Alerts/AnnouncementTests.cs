using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PromptLab.Data.Alerts;
using PromptLab.Data.ApiKeys;
using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Feed;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;

namespace PromptLab.Data.Tests.Alerts;

public sealed class AnnouncementTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_found_reaches_every_subscriber_and_channel(DatabaseProvider provider)
    {
        var scene = await AlertScene.OpenAsync(await databases.OnAsync(provider));

        var alert = await scene.ToldAsync("partner:160", "partner:161");

        alert.State.ShouldBe(AlertState.New);
        foreach (var owner in new[] { scene.Ann, scene.Bob })
        {
            (await scene.MessagesAsync(owner)).ShouldBe([$"**Alert {alert.Number}: 2 partners**\n\npartner:160, partner:161"]);
            (await scene.FeedAsync(owner)).Select(item => item.Kind).ShouldBe([FeedKind.Message, FeedKind.Alert]);
            (await scene.Alerts.FindAsync(owner, alert.Id, default))!.Number.ShouldBe(alert.Number);
        }

        (await scene.OutboxAsync()).ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Feed_outbox_and_card_hold_the_alert_as_rest_shows_it(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var scene = await AlertScene.OpenAsync(node);

        var alert = await scene.ToldAsync("partner:160");

        var shown = AlertView.Of(alert).ToJson();
        JsonElement.DeepEquals(JsonElement.Parse((await scene.FeedAsync(scene.Ann))[1].Payload), JsonElement.Parse(shown)).ShouldBeTrue();
        JsonElement.DeepEquals(JsonElement.Parse((await scene.OutboxAsync())[0]), JsonElement.Parse(shown)).ShouldBeTrue();
        var conversations = node.GetRequiredService<ConversationRepository>();
        var conversation = (await conversations.ListAsync(scene.Ann, null, null, 10, default)).Data.ShouldHaveSingleItem();
        conversation.Title.ShouldBe("Alerts");
        conversation.State.ShouldBe("""{"shown":{"alert":{"id":#,"name":"1 partners"}}}""".Replace("#", $"{alert.Number}"));
        var message = (await conversations.ListMessagesAsync(scene.Ann, conversation.Id, null, 10, default))!.Data.ShouldHaveSingleItem();
        var card = JsonElement.Parse(message.Cards!)[0];
        card.GetProperty("kind").GetString().ShouldBe("alert");
        JsonElement.DeepEquals(card.GetProperty("data"), JsonElement.Parse(shown)).ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_finding_is_announced_once(DatabaseProvider provider)
    {
        var scene = await AlertScene.OpenAsync(await databases.OnAsync(provider));
        await scene.ToldAsync("partner:160");

        var again = await scene.Alerts.AnnounceAsync(scene.Found("partner:160"), default);

        again.ShouldBeOfType<AnnouncedAlert.Known>();
        (await scene.MessagesAsync(scene.Ann)).Count.ShouldBe(1);
        (await scene.OutboxAsync()).Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_later_run_tells_only_what_is_new(DatabaseProvider provider)
    {
        var scene = await AlertScene.OpenAsync(await databases.OnAsync(provider));
        var first = await scene.ToldAsync("partner:160");

        var second = await scene.ToldAsync("partner:160", "partner:164");

        second.Text.ShouldBe("partner:164");
        second.Number.ShouldBeGreaterThan(first.Number);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_next_day_is_another_finding(DatabaseProvider provider)
    {
        var scene = await AlertScene.OpenAsync(await databases.OnAsync(provider));
        await scene.ToldAsync("partner:160");

        var next = await scene.Alerts.AnnounceAsync(scene.Found("partner:160") with { Day = AlertScene.Day.AddDays(1) }, default);

        next.ShouldBeOfType<AnnouncedAlert.Told>().Alert.Day.ShouldBe("2025-01-15");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Those_of_a_snoozed_alert_are_not_announced_until_it_wakes_up(DatabaseProvider provider)
    {
        var scene = await AlertScene.OpenAsync(await databases.OnAsync(provider));
        var alert = await scene.ToldAsync("partner:160");
        await scene.Alerts.MoveAsync(scene.Ann, alert.Number, AlertAction.Snooze, scene.Clock.GetUtcNow().AddDays(2), default);
        var next = scene.Found("partner:160") with { Day = AlertScene.Day.AddDays(1) };

        var snoozed = await scene.Alerts.AnnounceAsync(next, default);
        var beside = await scene.Alerts.AnnounceAsync(next with { Entities = ["partner:160", "partner:161"] }, default);
        scene.Clock.Advance(TimeSpan.FromDays(3));
        var awake = await scene.Alerts.AnnounceAsync(next, default);

        snoozed.ShouldBeOfType<AnnouncedAlert.Muted>();
        beside.ShouldBeOfType<AnnouncedAlert.Told>().Alert.Text.ShouldBe("partner:161");
        awake.ShouldBeOfType<AnnouncedAlert.Told>().Alert.Text.ShouldBe("partner:160");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Everybody_is_who_has_a_key_and_the_local_user(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var scene = await AlertScene.OpenAsync(node);
        await node.GetRequiredService<ApiKeyRepository>().CreateAsync(scene.Bob, "test", default);
        var gone = await node.GetRequiredService<ApiKeyRepository>().CreateAsync(scene.Ann, "test", default);
        await node.GetRequiredService<ApiKeyRepository>().RevokeAsync(scene.Ann, gone.Id, default);

        var told = await scene.Alerts.AnnounceAsync(scene.Found("partner:160") with { Subscribers = [NewAlert.Everybody] }, default);

        var recipients = told.ShouldBeOfType<AnnouncedAlert.Told>().Recipients;
        recipients.ShouldContain(scene.Bob);
        recipients.ShouldContain(LocalUser.Owner);
        recipients.ShouldNotContain(scene.Ann);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_the_chat_among_its_channels_an_alert_is_listed_but_not_written(DatabaseProvider provider)
    {
        var scene = await AlertScene.OpenAsync(await databases.OnAsync(provider));

        await scene.Alerts.AnnounceAsync(scene.Found("partner:160") with { Channels = ["ops"] }, default);

        (await scene.MessagesAsync(scene.Ann)).ShouldBeEmpty();
        (await scene.FeedAsync(scene.Ann)).ShouldBeEmpty();
        (await scene.Alerts.ListAsync(scene.Ann, new AlertFilter(), null, 10, default)).Data.ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_fails_on_the_way_leaves_nothing(DatabaseProvider provider)
    {
        var scene = await AlertScene.OpenAsync(await databases.OnAsync(provider));
        var broken = scene.Found("partner:160") with { Channels = [NewAlert.Chat, null!] };

        await Should.ThrowAsync<Exception>(() => scene.Alerts.AnnounceAsync(broken, default));

        (await scene.MessagesAsync(scene.Ann)).ShouldBeEmpty();
        (await scene.Alerts.ListAsync(scene.Ann, new AlertFilter(), null, 10, default)).Data.ShouldBeEmpty();
        (await scene.ToldAsync("partner:160")).Text.ShouldBe("partner:160");
    }

    [PostgresFact]
    public async Task Nodes_that_find_the_same_at_once_announce_it_once()
    {
        await using var database = await FreshDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var one = await database.OpenMigratedNodeAsync();
        await using var other = database.OpenNode();
        var scene = await AlertScene.OpenAsync(one);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(run =>
            scene.On(run % 2 == 0 ? one : other).AnnounceAsync(scene.Found(run % 3 == 0 ? ["partner:161", "partner:160"] : ["partner:160", "partner:161"]), default)));

        outcomes.OfType<AnnouncedAlert.Told>().Count().ShouldBe(1);
        (await scene.MessagesAsync(scene.Ann)).Count.ShouldBe(1);
        (await scene.MessagesAsync(scene.Bob)).Count.ShouldBe(1);
        (await scene.OutboxAsync()).Count.ShouldBe(1);
    }

    [PostgresFact]
    public async Task A_death_before_the_commit_leaves_nothing_and_the_repetition_tells_once()
    {
        await using var database = await FreshDatabase.CreateAsync(DatabaseProvider.PostgreSql);
        await using var node = await database.OpenMigratedNodeAsync();
        var scene = await AlertScene.OpenAsync(node);
        await using var lockHolder = new NpgsqlConnection(database.Settings["Database:ConnectionString"]);
        await lockHolder.OpenAsync();
        await using var hold = await lockHolder.BeginTransactionAsync();
        await lockHolder.ExecuteAsync("UPDATE alert_numbers SET last_number = last_number");

        // It has claimed its findings and waits for a number when its connection is cut.
        var announcing = scene.Alerts.AnnounceAsync(scene.Found("partner:160"), default);
        await using var killer = new NpgsqlConnection(database.Settings["Database:ConnectionString"]);
        const string cut = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
        while (await killer.ExecuteScalarAsync<long>(cut) == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        (await killer.ExecuteScalarAsync<long>("SELECT count(*) FROM alert_findings")).ShouldBe(0);
        await hold.RollbackAsync();

        (await announcing).ShouldBeOfType<AnnouncedAlert.Told>();
        (await scene.MessagesAsync(scene.Ann)).Count.ShouldBe(1);
        (await scene.OutboxAsync()).Count.ShouldBe(1);
    }
}
