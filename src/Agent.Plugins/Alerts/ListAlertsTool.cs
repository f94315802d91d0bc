using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Alerts;

namespace PromptLab.Plugins.Alerts;

internal sealed class ListAlertsTool(PeriodArgument periods) : ITool
{
    private static readonly WordArgument States = new(
        ["open", "active", "unresolved", "current", "pending"],
        ["new", "unread", "unseen"],
        ["acknowledged", "acked", "seen", "ack"],
        ["snoozed", "muted"],
        ["resolved", "closed", "done", "fixed"]);

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("list_alerts", ToolEffect.Read);

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var since = periods.Day(draft, "since", mayBeRange: true);
        draft.Show("since", "Since", since is { } day ? $"since {PeriodArgument.Iso(day)}" : "recent", isDefault: since is null);
        var state = States.Read(draft, "state", "state of alerts");
        draft.Show("state", "State", state ?? "all states", isDefault: state is null);
        return Task.FromResult(draft.Complete(() => new AlertListRequest(since, state)));
    }

    public Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken) =>
        NotAvailableYet.Answer("listing alerts");
}
