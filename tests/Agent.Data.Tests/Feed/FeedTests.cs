using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Feed;
using PromptLab.Data.Tests.Conversations;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.Feed;

public sealed class FeedTests(DatabaseFixture databases) : IClassFixture<DatabaseFixture>
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Items_are_numbered_for_each_owner(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var (anna, ben) = (new ConversationScene(node), new ConversationScene(node));
        await PostAsync(anna, "first");
        await PostAsync(ben, "other");

        await PostAsync(anna, "second");

        var items = await Feed(node).ReadAsync(anna.Owner, 0, default);
        items.Select(item => (item.Sequence, item.Kind)).ShouldBe([(1L, FeedKind.Message), (2L, FeedKind.Message)]);
        items[1].Payload.ShouldContain("second");
        (await Feed(node).HeadAsync(ben.Owner, default)).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Concurrent_items_are_seen_by_a_follower_in_order_and_without_gap(DatabaseProvider provider)
    {
        var node = await databases.OnAsync(provider);
        var scene = new ConversationScene(node);
        using var enough = new CancellationTokenSource(Patience.Longest);
        var seen = FollowAsync(Feed(node), scene.Owner, 20, enough.Token);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(number => PostAsync(scene, $"{number}")));
        node.GetRequiredService<FeedSignal>().Notify(scene.Owner);

        (await seen).ShouldBe(Enumerable.Range(1, 20).Select(number => (long)number));
    }

    [PostgresFact]
    public async Task Another_node_hears_of_an_item_at_once()
    {
        await using var database = await FreshDatabase.CreateMigratedAsync(DatabaseProvider.PostgreSql);
        await using var here = await database.OpenMigratedNodeAsync();
        await using var there = database.OpenNode();
        var listener = there.GetServices<IHostedService>().OfType<BackgroundService>().Single(service => service.GetType().Name == "FeedListener");
        await listener.StartAsync(default);
        var scene = new ConversationScene(here);
        using var limit = new CancellationTokenSource(Patience.Longest);
        var seen = FollowAsync(Feed(there), scene.Owner, 2, limit.Token);

        await PostAsync(scene, "one");
        await PostAsync(scene, "two");

        (await seen).ShouldBe([1L, 2L]);
        await listener.StopAsync(default);
    }

    private static FeedRepository Feed(IServiceProvider node) => node.GetRequiredService<FeedRepository>();

    private static async Task PostAsync(ConversationScene scene, string text) => await scene.Conversations.PostAsync(
        new AgentMessage(Guid.CreateVersion7(), StandingOf(scene), scene.Owner, text, null, "answer") { NewConversationTitle = "Alerts" }, default);

    private static Guid StandingOf(ConversationScene scene) => Guid.ParseExact(scene.Owner["owner-".Length..], "N");

    private static async Task<List<long>> FollowAsync(FeedRepository feed, string owner, int count, CancellationToken cancellationToken)
    {
        var seen = new List<long>();
        await foreach (var batch in feed.FollowAsync(owner, 0, cancellationToken))
        {
            seen.AddRange(batch.Select(item => item.Sequence));
            if (seen.Count >= count)
                break;
        }

        return seen;
    }
}
