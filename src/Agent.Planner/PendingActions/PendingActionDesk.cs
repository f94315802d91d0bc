using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PromptLab.Data.Conversations;
using PromptLab.Data.Paging;
using PromptLab.Data.PendingActions;
using PromptLab.Planner.Planning;
using PromptLab.Planner.Turns;
using PromptLab.Plugins.PendingActions;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.PendingActions;

/// <summary>Where people decide on pending actions outside a turn. What comes of it is told in the conversation as well.</summary>
public sealed class PendingActionDesk
{
    private static readonly Progress<ToolProgress> Nobody = new();

    private readonly PendingActionRepository _actions;
    private readonly PendingActionExecution _execution;
    private readonly PendingActionWork _work;
    private readonly PendingActionTexts _texts;
    private readonly TurnNode _node;
    private readonly TimeProvider _time;
    private readonly ApprovalOptions _options;

    private PendingActionDesk(IServiceProvider services)
    {
        _actions = services.GetRequiredService<PendingActionRepository>();
        _execution = services.GetRequiredService<PendingActionExecution>();
        _work = services.GetRequiredService<PendingActionWork>();
        _texts = services.GetRequiredService<PendingActionTexts>();
        _node = services.GetRequiredService<TurnNode>();
        _time = services.GetRequiredService<TimeProvider>();
        _options = services.GetRequiredService<IOptions<ApprovalOptions>>().Value;
    }

    /// <summary>The parts are this assembly's own, so the container cannot call a constructor that names them.</summary>
    internal static PendingActionDesk Create(IServiceProvider services) => new(services);

    /// <summary>Stores a proposal that came from no turn.</summary>
    /// <param name="conversation">Where it is shown and its outcome told; null for nowhere.</param>
    public Task ProposeAsync(PendingProposal proposal, Guid? conversation, CancellationToken cancellationToken)
    {
        var message = conversation is { } id
            ? new AgentMessage(NewId(), id, proposal.Owner, proposal.Text, CardsJson.Of([proposal.ToCard()]), PlannerOutcome.Proposal)
            : null;
        return _actions.AddAsync(ProposalRow.Of(proposal, conversation, null), message, cancellationToken);
    }

    /// <summary>Null when there is none that the person may see.</summary>
    public async Task<PendingActionRow?> FindAsync(Guid id, string person, CancellationToken cancellationToken) =>
        await _actions.FindAsync(id, cancellationToken) is { } action && MayDecide(action, person) ? action : null;

    /// <summary>The person's own, and for those with the right to approve everybody's; newest first.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public Task<Page<PendingActionRow>> ListAsync(
        string person, Guid? conversation, string? status, string? cursor, int limit, CancellationToken cancellationToken) =>
        _actions.ListAsync(_options.IsApprover(person) ? null : person, conversation, status, cursor, limit, cancellationToken);

    public async Task<PendingDecision> ConfirmAsync(Guid id, string person, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(id, person, cancellationToken) is { } refused)
        {
            return refused;
        }

        if (await _actions.ClaimAsync(id, person, _node.Name, _options.Lease, cancellationToken) is not { } action)
        {
            return await OverAsync(id, person, cancellationToken);
        }

        var outcome = await _work.RunAsync(action, isRecovery: false, Nobody);
        await EndAsync(action, outcome);
        return outcome.Result == "changed"
            ? new PendingDecision.Changed(id, outcome.Text, outcome.Cards, outcome.Next?.Id)
            : new PendingDecision.Decided(id, outcome.Status ?? PendingActionStatus.Executing, outcome.Result, outcome.Text, outcome.Cards);
    }

    public async Task<PendingDecision> CancelAsync(Guid id, string person, CancellationToken cancellationToken)
    {
        if (await RefuseAsync(id, person, cancellationToken) is { } refused)
        {
            return refused;
        }

        var action = (await _actions.FindAsync(id, cancellationToken))!;
        var text = PendingActionReply.Cancelled(action, person);
        var message = Message(action, text, [], PlannerOutcome.ConfirmNo);
        return await _actions.CancelAsync(id, person, message, cancellationToken) is null
            ? await OverAsync(id, person, cancellationToken)
            : new PendingDecision.Decided(id, PendingActionStatus.Cancelled, "ok", text, []);
    }

    /// <summary>Stores the outcome and tells it; what is not over yet is left to <see cref="PendingActionMaintenance"/>.</summary>
    internal async Task EndAsync(PendingActionRow action, PendingActionOutcome outcome)
    {
        if (PendingActionReply.End(action, outcome) is { } end)
        {
            var text = PendingActionReply.Text(action, outcome);
            var next = outcome.Next is { } proposal ? ProposalRow.Of(proposal, action.ConversationId, null) : null;
            await _execution.EndAsync(end, Message(action, text, outcome.Cards, PlannerOutcome.ConfirmYes), next, CancellationToken.None);
        }
    }

    private bool MayDecide(PendingActionRow action, string person) => action.Owner == person || _options.IsApprover(person);

    private async Task<PendingDecision?> RefuseAsync(Guid id, string person, CancellationToken cancellationToken) =>
        await _actions.FindAsync(id, cancellationToken) is not { } action ? new PendingDecision.NotFound()
        : !MayDecide(action, person) ? new PendingDecision.Forbidden()
        : action.Status != PendingActionStatus.Pending ? _texts.Over(action, person)
        : null;

    private async Task<PendingDecision> OverAsync(Guid id, string person, CancellationToken cancellationToken) =>
        await _actions.FindAsync(id, cancellationToken) is { } action ? _texts.Over(action, person) : new PendingDecision.NotFound();

    private AgentMessage? Message(PendingActionRow action, string text, IReadOnlyList<Card> cards, string outcome) => action.ConversationId is { } conversation
        ? new AgentMessage(NewId(), conversation, action.Owner, text, CardsJson.Of(cards), outcome)
        : null;

    private Guid NewId() => Guid.CreateVersion7(_time.GetUtcNow());
}
