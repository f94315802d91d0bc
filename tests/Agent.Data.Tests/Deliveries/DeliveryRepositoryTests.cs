using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Deliveries;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.Deliveries;

public sealed class DeliveryRepositoryTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private readonly ManualTimeProvider clock = new();

    private async Task<(FreshDatabase Fresh, ServiceProvider Node, DeliveryRepository Outbox, Guid Id)> OpenAsync(DatabaseProvider provider)
    {
        var fresh = await FreshDatabase.CreateMigratedAsync(provider);
        var node = await fresh.OpenMigratedNodeAsync(clock);
        var outbox = node.GetRequiredService<DeliveryRepository>();
        await outbox.EnqueueAsync(new("team", "alert/1", "{}"), default);
        return (fresh, node, outbox, (await outbox.ToDoAsync(10, default)).Single());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Many_claims_at_once_give_one(DatabaseProvider provider)
    {
        var (fresh, node, outbox, id) = await OpenAsync(provider);

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(index => Task.Run(() => outbox.ClaimAsync(id, $"node-{index}", Lease, default))));

        claims.OfType<DeliveryRow>().ShouldHaveSingleItem().Attempts.ShouldBe(1);
        await node.DisposeAsync();
        await fresh.DisposeAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_its_lease_another_process_has_it_and_the_first_one_cannot_end_it(DatabaseProvider provider)
    {
        var (fresh, node, outbox, id) = await OpenAsync(provider);
        var first = await outbox.ClaimAsync(id, "one", Lease, default);
        clock.Advance(Lease);
        var second = await outbox.ClaimAsync(id, "two", Lease, default);

        var ended = await outbox.CompleteAsync(first!, default);

        ended.ShouldBeFalse();
        (await outbox.CompleteAsync(second!, default)).ShouldBeTrue();
        (await outbox.ListAsync("delivered", null, 10, default)).Data.ShouldHaveSingleItem().Attempts.ShouldBe(2);
        await node.DisposeAsync();
        await fresh.DisposeAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_failed_waits_for_its_pause(DatabaseProvider provider)
    {
        var (fresh, node, outbox, id) = await OpenAsync(provider);
        var held = await outbox.ClaimAsync(id, "one", Lease, default);
        await outbox.PutBackAsync(held!, TimeSpan.FromMinutes(1), "The receiver answered 500.", default);
        clock.Advance(TimeSpan.FromSeconds(59));
        var early = await outbox.ToDoAsync(10, default);

        clock.Advance(TimeSpan.FromSeconds(1));

        early.ShouldBeEmpty();
        (await outbox.ToDoAsync(10, default)).ShouldBe([id]);
        await node.DisposeAsync();
        await fresh.DisposeAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Giving_up_tells_the_operators_in_the_same_transaction(DatabaseProvider provider)
    {
        var (fresh, node, outbox, id) = await OpenAsync(provider);
        var held = await outbox.ClaimAsync(id, "one", Lease, default);

        await outbox.FailAsync(held!, "The receiver answered 404.", new("delivery-failure/1", "Not delivered", "Look at it."), default);

        (await outbox.ListAsync("failed", null, 10, default)).Data.ShouldHaveSingleItem().LastError.ShouldBe("The receiver answered 404.");
        (await node.GetRequiredService<ConversationRepository>().ListAsync("local", null, null, 10, default)).Data.ShouldHaveSingleItem().Title.ShouldBe("Service notices");
        await node.DisposeAsync();
        await fresh.DisposeAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lone_process_takes_over_at_once_what_was_being_sent(DatabaseProvider provider)
    {
        var (fresh, node, outbox, id) = await OpenAsync(provider);
        await outbox.ClaimAsync(id, "dead", Lease, default);

        await outbox.TakeOverAsync("alive", default);

        (await outbox.ToDoAsync(10, default)).ShouldBe([id]);
        await node.DisposeAsync();
        await fresh.DisposeAsync();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Deliveries_come_in_pages_newest_first(DatabaseProvider provider)
    {
        var (fresh, node, outbox, id) = await OpenAsync(provider);
        clock.Advance(TimeSpan.FromSeconds(1));
        await outbox.EnqueueAsync(new("team", "alert/2", "{}"), default);

        var first = await outbox.ListAsync(null, null, 1, default);
        var second = await outbox.ListAsync(null, first.Next, 1, default);

        (first.Data.Single().Key, second.Data.Single().Id, second.Next).ShouldBe(("alert/2", id, null));
        await node.DisposeAsync();
        await fresh.DisposeAsync();
    }
}
