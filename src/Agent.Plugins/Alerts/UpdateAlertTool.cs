using System.Globalization;
using PromptLab.Data.Alerts;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Alerts;
using PromptLab.Workflows.Dates;

namespace PromptLab.Plugins.Alerts;

/// <summary>Changes the state of an alert: our own data, so nobody has to confirm.</summary>
internal sealed class UpdateAlertTool(AlertDesk desk, NetworkCalendar calendar) : ITool
{
    private const int MostChoices = 5;

    private static readonly WordArgument Actions = new(
        [AlertAction.Acknowledge, "ack", "acknowledged", "confirm", "seen"],
        [AlertAction.Snooze, "mute", "pause", "silence", "postpone"],
        [AlertAction.Resolve, "close", "fix", "done", "resolved"],
        [AlertAction.Reopen, "open", "unresolve", "open again"]);

    private static readonly ToolChoice[] Moments =
        [new("1 day", "for 1 day"), new("3 days", "for 3 days"), new("1 week", "for 1 week"), new("Monday", "until Monday")];

    public ToolDescriptor Descriptor { get; } = ToolDescriptors.Read("update_alert", ToolEffect.Change) with { Result = typeof(AlertView) };

    public Task<ToolResolution> ResolveAsync(ToolArguments arguments, ToolContext context, CancellationToken cancellationToken)
    {
        var draft = new RequestDraft(Descriptor.Name, arguments, context);
        var action = Actions.Read(draft, "action", "thing to do with an alert");
        if (action is null && !arguments.Has("action"))
        {
            draft.Ask("action", "What shall I do with the alert?", [.. new[] { AlertAction.Acknowledge, AlertAction.Snooze, AlertAction.Resolve }.Select(word => new ToolChoice(word, word))]);
        }

        var number = Number(draft);
        draft.Show("alert", "Alert", number is { } told ? $"alert {told}" : "the alert shown last", isDefault: number is null);
        draft.Show("action", "Action", action ?? "");
        var until = action == AlertAction.Snooze ? Until(draft) : null;
        return Task.FromResult(draft.Complete(() => new AlertUpdateRequest(number, action!, until)));
    }

    public async Task<ToolOutcome> RunAsync(ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var update = (AlertUpdateRequest)request.Request;
        if ((update.Number ?? await desk.ShownAsync(context.Owner, context.ConversationId, cancellationToken)) is { } number)
        {
            return await UpdateAsync(request, update, number, context, cancellationToken);
        }

        var open = await desk.ListAsync(context.Owner, new AlertListRequest(null, update.Action == AlertAction.Reopen ? null : AlertState.Open), cancellationToken);
        return open.Alerts switch
        {
            [] => Problem("no_alert", "There is no open alert to change.", []),
            [var only] => await UpdateAsync(request, update, only.Number, context, cancellationToken),
            _ => new ToolOutcome.Asked(new ToolQuestion("Which alert do you mean?", ["alert"], Choices(open))),
        };
    }

    private async Task<ToolOutcome> UpdateAsync(
        ResolvedRequest request, AlertUpdateRequest update, long number, ToolContext context, CancellationToken cancellationToken)
    {
        switch (await desk.UpdateAsync(context.Owner, number, update.Action, update.Until, cancellationToken))
        {
            case AlertUpdate.Done { Alert: var alert }:
                var answer = new AnswerText(request);
                answer.Say($"Alert {alert.Number} ({MarkdownText.Escape(alert.Title)}) is {Now(alert)}.{Undo(alert)}");
                answer.Add(new Card("alert", System.Text.Json.Nodes.JsonObject.Create(alert.ToElement())!));
                answer.Show("alert", (int)alert.Number, alert.Title);
                return answer.Finish(alert);
            case AlertUpdate.Refused { Reason: var reason }:
                return Problem("alert_state", reason, []);
            default:
                var recent = await desk.ListAsync(context.Owner, new AlertListRequest(null, null), cancellationToken);
                return Problem("alert_not_found", $"There is no alert {number.ToString(CultureInfo.InvariantCulture)}.", Choices(recent));
        }
    }

    /// <summary>"3", "alert 3", "#3"; words like "it" and "that one" are the alert shown last.</summary>
    private static long? Number(RequestDraft draft)
    {
        if (draft.Given.Text("alert") is not { } text || NumberArgument.Read(text) is not { } number)
        {
            return null;
        }

        if (number is < 1 or > int.MaxValue || number != decimal.Truncate(number))
        {
            draft.Ask("alert", $"“{MarkdownText.Escape(text)}” is no number of an alert. Which alert do you mean?");
            return null;
        }

        draft.Settle("alert", (int)number);
        return (long)number;
    }

    private DateTimeOffset? Until(RequestDraft draft)
    {
        if (draft.Given.Text("until") is not { } text)
        {
            draft.Ask("until", "For how long, or until when?", Moments);
            return null;
        }

        if (LaterPhrases.Resolve(text, calendar) is not { } until)
        {
            draft.Ask("until", $"I cannot read “{MarkdownText.Escape(text)}” as a time within the next year. Until when?", Moments);
            return null;
        }

        draft.Settle("until", until.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        draft.Show("until", "Until", Local(until));
        return until;
    }

    private string Now(AlertView alert) => alert switch
    {
        { State: AlertState.Snoozed, SnoozedUntil: { } until } => $"snoozed until {Local(until)}; until then it and those in it are not announced",
        { State: AlertState.New } => "open again",
        _ => alert.State,
    };

    private static string Undo(AlertView alert) => alert.State == AlertState.New ? "" : $" Say “reopen alert {alert.Number}” to undo this.";

    private string Local(DateTimeOffset instant) =>
        $"{TimeZoneInfo.ConvertTime(instant, calendar.TimeZone).ToString("ddd yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} ({calendar.TimeZone.Id})";

    private static ToolChoice[] Choices(AlertListResult alerts) =>
        [.. alerts.Alerts.Take(MostChoices).Select(alert => new ToolChoice($"Alert {alert.Number}: {alert.Title}", $"alert {alert.Number}"))];

    private static ToolOutcome.Failed Problem(string code, string text, IReadOnlyList<ToolChoice> choices) => new(new ToolProblem(code, text, choices));
}
