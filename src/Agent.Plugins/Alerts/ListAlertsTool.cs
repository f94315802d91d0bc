using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Alerts;

namespace PromptLab.Plugins.Alerts;

internal sealed class ListAlertsTool(PeriodArgument periods, AlertDesk desk) : ITool
{
    private static readonly WordArgument States = new(
        ["open", "active", "unresolved", "current", "pending"],
        ["new", "unread", "unseen"],
        ["acknowledged", "acked", "seen", "ack"],
        ["snoozed", "muted"],
        ["resolved", "closed", "done", "fixed"]);

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("list_alerts", ToolEffect.Read) with { Result = typeof(AlertListResult) };

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var since = periods.Day(draft, "since", mayBeRange: true);
        draft.Show("since", "Since", since is { } day ? $"since {PeriodArgument.Iso(day)}" : $"last {AlertListRequest.DefaultDays} days", isDefault: since is null);
        var state = States.Read(draft, "state", "state of alerts");
        draft.Show("state", "State", state ?? "all states", isDefault: state is null);
        return Task.FromResult(draft.Complete(() => new AlertListRequest(since, state)));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var asked = (AlertListRequest)request.Request;
        var result = await desk.ListAsync(context.Owner, asked, cancellationToken);
        var answer = new AnswerText(request);
        if (result.Alerts.Count == 0)
        {
            answer.Say($"There is no {(asked.State is { } state ? state + " " : "")}alert {(asked.Since is null ? $"of the last {AlertListRequest.DefaultDays} days" : "since then")}.");
            return answer.Finish(result);
        }

        answer.Say(result.Alerts.Count == 1 ? "There is one alert." : $"There are {(result.HasMore ? "more than " : "")}{result.Alerts.Count} alerts, the newest first.");
        answer.Table("Alerts", Table(result));
        if (result.Alerts is [var only])
        {
            answer.Show("alert", (int)only.Number, only.Title);
        }

        return answer.Finish(result);
    }

    private static AnswerTable Table(AlertListResult result)
    {
        var table = new AnswerTable(
            new("number", "Alert", "id"), new("day", "Day", "text"), new("title", "What", "text"), new("state", "State", "text"), new("rule", "Rule", "text"));
        foreach (var alert in result.Alerts)
        {
            table.Add(TableCell.Id((int)alert.Number), TableCell.Of(alert.Day), TableCell.Of(alert.Title), TableCell.Of(AlertStates.Text(alert)), TableCell.Of(alert.Rule.Name));
        }

        return table;
    }
}
