using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Audit;
using PromptLab.Data.Conversations;
using PromptLab.Data.Databases;
using PromptLab.Data.Feed;
using PromptLab.Data.PendingActions;
using PromptLab.Data.Tests.Conversations;

namespace PromptLab.Data.Tests.PendingActions;

/// <summary>One owner with a conversation in which something is proposed.</summary>
internal sealed class PendingActionScene(IServiceProvider node)
{
    public const string Node = "node-a";

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private readonly ConversationScene _talk = new(node);

    public string Owner => _talk.Owner;

    public Guid ConversationId { get; private set; }

    public Testing.Time.ManualTimeProvider Clock => _talk.Clock;

    public PendingActionRepository Actions => new(Database, Signal, Clock);

    public PendingActionExecution Execution => new(Database, Signal, Clock);

    public AuditRepository Audit => new(Database, Clock);

    private IDatabase Database => node.GetRequiredService<IDatabase>();

    private FeedSignal Signal => node.GetRequiredService<FeedSignal>();

    public async Task<Guid> ProposeAsync(string subject = "tracking_link:1:2")
    {
        if (ConversationId == Guid.Empty)
            ConversationId = await _talk.AddAsync("Links");
        Clock.Advance(TimeSpan.FromSeconds(1));
        var action = Action(subject);
        await Actions.AddAsync(action, null, default);
        return action.Id;
    }

    public NewPendingAction Action(string subject = "tracking_link:1:2") => new(
        Guid.CreateVersion7(Clock.GetUtcNow()), Owner, ConversationId, null, "tracking_link", subject, """{"partner":1,"offer":2}""", "{}", "{}",
        "digest", """{"title":"Approve"}""", 1, 2, Clock.GetUtcNow() + TimeSpan.FromMinutes(15));

    public async Task<PendingActionRow> ClaimAsync(Guid id) => (await Actions.ClaimAsync(id, Owner, Node, Lease, default)).ShouldNotBeNull();

    public async Task<PendingActionRow> FindAsync(Guid id) => (await Actions.FindAsync(id, default)).ShouldNotBeNull();

    public static PendingActionEnd Done(PendingActionRow action) => new(action.Id, action.Attempt, PendingActionStatus.Done, "ok", "Approved.", null);

    public AgentMessage Message(string text) => new(Guid.CreateVersion7(), ConversationId, Owner, text, null, "confirm_yes");

    public async Task<IEnumerable<string>> MessagesAsync() =>
        (await _talk.Conversations.RecentMessagesAsync(ConversationId, 20, default)).Select(message => message.Text);

    public async Task<IEnumerable<string>> AuditedAsync() =>
        (await Audit.ListAsync(new AuditQuery(Owner, null, null, null, null, null), null, 50, default)).Data.Reverse().Select(row => row.Action);
}
