using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.Slack;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.Slack;

public sealed class SlackMessageRepositoryTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);
    private readonly ManualTimeProvider clock = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_that_changes_while_it_is_sent_is_sent_again_in_its_newest_state(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateMigratedAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync(clock);
        var messages = node.GetRequiredService<SlackMessageRepository>();
        await messages.PutAsync(Message("a", "one"), default);
        var first = await ClaimAsync(messages);

        await messages.PutAsync(Message("a", "two"), default);
        await messages.PutAsync(Message("a", "three"), default);
        var meanwhile = await messages.ToDoAsync(10, default);
        await messages.SentAsync(first!, "1.000001", default);
        clock.Advance(Pace);
        var second = await ClaimAsync(messages);

        meanwhile.ShouldBeEmpty();
        (first!.Content, second!.Content, second.Ts).ShouldBe(("one", "three", "1.000001"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_channel_rests_between_two_writes_and_others_do_not_wait_for_it(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateMigratedAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync(clock);
        var messages = node.GetRequiredService<SlackMessageRepository>();
        await messages.PutAsync(Message("a", "one", thread: "1"), default);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await messages.PutAsync(Message("b", "two", thread: "2"), default);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await messages.PutAsync(Message("c", "three", "C2"), default);

        var now = new List<SlackMessageRow?>();
        foreach (var id in await messages.ToDoAsync(10, default))
            now.Add(await messages.ClaimAsync(id, "node", Lease, Pace, default));
        clock.Advance(Pace);
        var then = await ClaimAsync(messages);

        now.OfType<SlackMessageRow>().Select(message => message.Content).ShouldBe(["one", "three"]);
        then!.Content.ShouldBe("two");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task When_slack_asks_to_wait_nothing_is_sent_anywhere_before(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateMigratedAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync(clock);
        var messages = node.GetRequiredService<SlackMessageRepository>();
        await messages.PutAsync(Message("a", "one"), default);
        await messages.PauseAsync((await ClaimAsync(messages))!, TimeSpan.FromSeconds(30), default);
        await messages.PutAsync(Message("b", "two", "C2"), default);

        var early = await ClaimAsync(messages);
        clock.Advance(TimeSpan.FromSeconds(30));

        early.ShouldBeNull();
        (await messages.ToDoAsync(10, default)).Count.ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_post_whose_outcome_nobody_knows_is_marked_so_and_a_known_one_is_not(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateMigratedAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync(clock);
        var messages = node.GetRequiredService<SlackMessageRepository>();
        await messages.PutAsync(Message("a", "one"), default);
        var died = await ClaimAsync(messages);
        clock.Advance(Lease);

        var revived = await ClaimAsync(messages);
        var lost = await messages.SentAsync(died!, "1.000001", default);
        await messages.PutBackAsync(revived!, TimeSpan.Zero, "Refused before it was read.", isUncertain: false, default);
        clock.Advance(Pace);
        var third = await ClaimAsync(messages);

        (died!.IsUncertain, revived!.IsUncertain, third!.IsUncertain).ShouldBe((false, true, false));
        lost.ShouldBeFalse();
        third.Attempts.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_new_messages_of_a_thread_are_sent_one_after_the_other(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateMigratedAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync(clock);
        var messages = node.GetRequiredService<SlackMessageRepository>();
        await messages.PutAsync(Message("a", "one"), default);
        clock.Advance(TimeSpan.FromMilliseconds(1));
        await messages.PutAsync(Message("b", "two"), default);

        var first = await ClaimAsync(messages);
        await messages.PutBackAsync(first!, TimeSpan.FromMinutes(1), "Slack answered 500.", isUncertain: true, default);
        clock.Advance(Pace);
        var meanwhile = await messages.ToDoAsync(10, default);

        meanwhile.ShouldBeEmpty();
    }

    private static NewSlackMessage Message(string key, string content, string channel = "C1", string? thread = null) => new(key, channel, thread, content);

    private static async Task<SlackMessageRow?> ClaimAsync(SlackMessageRepository messages) =>
        await messages.ToDoAsync(1, default) is [var id] ? await messages.ClaimAsync(id, "node", Lease, Pace, default) : null;
}
