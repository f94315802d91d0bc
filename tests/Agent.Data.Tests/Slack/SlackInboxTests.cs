using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Slack;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.Slack;

public sealed class SlackInboxTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private readonly ManualTimeProvider clock = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_key_is_taken_in_once_however_often_it_comes(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateMigratedAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync(clock);
        var inbox = node.GetRequiredService<SlackInbox>();

        var taken = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => inbox.TakeInAsync(Entry("message/1", "a", "1"), default))));

        taken.Count(isNew => isNew).ShouldBe(1);
        (await inbox.ToDoAsync(10, default)).ShouldHaveSingleItem();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_thread_is_worked_off_in_its_order_and_threads_side_by_side(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateMigratedAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync(clock);
        var inbox = node.GetRequiredService<SlackInbox>();
        await inbox.TakeInAsync(Entry("second", "a", "2"), default);
        await inbox.TakeInAsync(Entry("first", "a", "1"), default);
        await inbox.TakeInAsync(Entry("other", "b", "9"), default);

        var first = await ClaimAllAsync(inbox);
        var meanwhile = await ClaimAllAsync(inbox);
        await inbox.FinishAsync(first.Single(entry => entry.Key == "first"), default);
        var then = await ClaimAllAsync(inbox);

        first.Select(entry => entry.Key).ShouldBe(["first", "other"], ignoreOrder: true);
        meanwhile.ShouldBeEmpty();
        then.ShouldHaveSingleItem().Key.ShouldBe("second");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_dead_process_held_is_free_after_its_lease_or_at_once_for_who_is_alone(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateMigratedAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync(clock);
        var inbox = node.GetRequiredService<SlackInbox>();
        await inbox.TakeInAsync(Entry("one", "a", "1"), default);
        await inbox.TakeInAsync(Entry("two", "b", "1"), default);
        await ClaimAllAsync(inbox);

        await inbox.TakeOverAsync("another", default);
        var taken = await ClaimAllAsync(inbox, "another");
        clock.Advance(Lease);
        var later = await ClaimAllAsync(inbox, "a third");

        taken.Count.ShouldBe(2);
        later.ShouldAllBe(entry => entry.Attempts == 3);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Waiting_for_its_time_is_not_one_of_the_failures_after_which_an_entry_is_given_up(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateMigratedAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync(clock);
        var inbox = node.GetRequiredService<SlackInbox>();
        await inbox.TakeInAsync(Entry("one", "a", "1"), default);

        await inbox.PutOffAsync((await ClaimAllAsync(inbox)).Single(), Lease, default);
        var early = await ClaimAllAsync(inbox);
        clock.Advance(Lease);
        var then = await ClaimAllAsync(inbox);

        early.ShouldBeEmpty();
        then.ShouldHaveSingleItem().Attempts.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_done_is_forgotten_after_two_weeks_and_not_before(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateMigratedAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync(clock);
        var inbox = node.GetRequiredService<SlackInbox>();
        await inbox.TakeInAsync(Entry("one", "a", "1"), default);
        await inbox.FinishAsync((await ClaimAllAsync(inbox)).Single(), default);

        clock.Advance(TimeSpan.FromDays(13));
        await inbox.ForgetAsync(default);
        var early = await inbox.TakeInAsync(Entry("one", "a", "1"), default);
        clock.Advance(TimeSpan.FromDays(2));
        await inbox.ForgetAsync(default);

        early.ShouldBeFalse();
        (await inbox.TakeInAsync(Entry("one", "a", "1"), default)).ShouldBeTrue();
    }

    private static NewSlackTask Entry(string key, string thread, string place) => new(key, thread, place, SlackTaskKind.Message, "{}");

    private static async Task<List<SlackTaskRow>> ClaimAllAsync(SlackInbox inbox, string node = "one")
    {
        var claimed = new List<SlackTaskRow>();
        foreach (var id in await inbox.ToDoAsync(10, default))
        {
            if (await inbox.ClaimAsync(id, node, Lease, default) is { } entry)
                claimed.Add(entry);
        }

        return claimed;
    }
}
