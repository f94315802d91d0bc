using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Databases;
using PromptLab.Data.PendingActions;
using PromptLab.Data.Slack;
using PromptLab.Testing.Databases;
using PromptLab.Testing.Requirements;
using PromptLab.Testing.Time;

namespace PromptLab.Data.Tests.Slack;

public sealed class SlackConfirmationTests
{
    private static readonly TimeSpan Expiry = TimeSpan.FromMinutes(15);
    private readonly ManualTimeProvider clock = new();

    [Theory, OnSqlite, OnPostgres]
    public async Task A_message_is_stale_when_its_action_was_decided_or_has_expired_until_it_is_made_anew(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateMigratedAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync(clock);
        var (messages, confirmations) = (node.GetRequiredService<SlackMessageRepository>(), node.GetRequiredService<SlackConfirmationRepository>());
        var (decided, expiring) = (await ProposeAsync(node), await ProposeAsync(node));
        await messages.PutAsync(Message("decided", decided), default);
        await messages.PutAsync(Message("expiring", expiring), default);
        var fine = await confirmations.StaleAsync(default);

        await node.GetRequiredService<PendingActionRepository>().CancelAsync(decided, "anna", null, default);
        var cancelled = await RefreshAsync(confirmations);
        clock.Advance(Expiry);
        var expired = await RefreshAsync(confirmations);

        fine.ShouldBeEmpty();
        (cancelled, expired).ShouldBe(("cancelled", "expired"));
        (await confirmations.StaleAsync(default)).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Old_messages_are_forgotten_and_those_that_wait_are_kept(DatabaseProvider provider)
    {
        await using var fresh = await FreshDatabase.CreateMigratedAsync(provider);
        await using var node = await fresh.OpenMigratedNodeAsync(clock);
        var messages = node.GetRequiredService<SlackMessageRepository>();
        await messages.PutAsync(Message("sent", await ProposeAsync(node)), default);
        var held = await messages.ClaimAsync((await messages.ToDoAsync(1, default)).Single(), "node", Expiry, TimeSpan.Zero, default);
        await messages.SentAsync(held!, "1.000001", default);
        await messages.PutAsync(new("waiting", "C1", null, "{}"), default);

        var early = await messages.ForgetAsync(default);
        clock.Advance(TimeSpan.FromDays(31));

        early.ShouldBe(0);
        (await messages.ForgetAsync(default)).ShouldBe(1);
        (await messages.ToDoAsync(10, default)).ShouldHaveSingleItem();
    }

    private async Task<Guid> ProposeAsync(IServiceProvider node)
    {
        var action = new NewPendingAction(
            Guid.CreateVersion7(clock.GetUtcNow()), "anna", null, null, "tracking_link", $"subject/{Guid.NewGuid()}", "{}", "{}", "{}", "digest", "{}", 1, 2, clock.GetUtcNow() + Expiry);
        await node.GetRequiredService<PendingActionRepository>().AddAsync(action, null, default);
        return action.Id;
    }

    private static NewSlackMessage Message(string key, Guid action) => new(key, "C1", null, "{}")
    {
        Source = "{}",
        Confirmations = new Dictionary<Guid, string> { [action] = PendingActionStatus.Pending },
    };

    /// <summary>The state in which the one stale message is shown from now on.</summary>
    private static async Task<string> RefreshAsync(SlackConfirmationRepository confirmations)
    {
        var shown = "";
        await confirmations.RefreshAsync(
            (await confirmations.StaleAsync(default)).ShouldHaveSingleItem(), (_, actions) => shown = actions.ShouldHaveSingleItem().Status, default);
        return shown;
    }
}
