using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Data.Alerts;
using PromptLab.Everflow;
using PromptLab.Workflows.AlertRules;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Plugins.Alerts;

/// <summary>Runs an alert rule for a slot. Twice for one slot tells only once: what was announced has a fingerprint.</summary>
internal sealed partial class AlertRuleWork(
    IEnumerable<IAlertCheck> checks, AlertRuleBook rules, AlertRepository alerts, NetworkCalendar calendar,
    IOptions<AlertOptions> options, TimeProvider clock, ILogger<AlertRuleWork> logger) : IScheduledWork
{
    public string Kind => ScheduleKind.AlertRule;

    public async Task<ScheduledOutcome> RunAsync(ScheduledSlot slot, CancellationToken cancellationToken)
    {
        if (await rules.FindAsync(Guid.Parse(slot.Target), cancellationToken) is not { Enabled: true } rule)
        {
            return new ScheduledOutcome(true, "The rule is switched off or gone; nothing was checked.");
        }

        if (rule.SnoozedUntil > clock.GetUtcNow())
        {
            return new ScheduledOutcome(true, "The rule is snoozed; nothing was checked.");
        }

        var day = calendar.DayOf(slot.At).AddDays(-1);
        try
        {
            return await AnnounceAsync(rule, day, await CheckAsync(rule, day, cancellationToken), cancellationToken);
        }
        catch (EverflowException exception)
        {
            LogFailed(rule.Id, exception.Kind, exception.CorrelationId);
            // It was repeated here already.
            return new ScheduledOutcome(false, $"Everflow did not give the figures ({exception.Kind}); reference {exception.CorrelationId}.") { MayRetry = false };
        }
    }

    private async Task<AlertFindings> CheckAsync(AlertRule rule, DateOnly day, CancellationToken cancellationToken)
    {
        var check = checks.First(check => check.Kind == rule.Kind);
        using var call = EverflowCall.Use(EverflowPriority.Scheduled);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await check.CheckAsync(rule, day, cancellationToken);
            }
            catch (EverflowException exception) when (attempt < options.Value.Retries && MayPass(exception.Kind))
            {
                LogRepeated(rule.Id, exception.Kind, attempt + 1);
                await Task.Delay(options.Value.RetryPause * Math.Pow(2, attempt), clock, cancellationToken);
            }
        }
    }

    private async Task<ScheduledOutcome> AnnounceAsync(AlertRule rule, DateOnly day, AlertFindings findings, CancellationToken cancellationToken)
    {
        if (findings.Entities.Count == 0)
        {
            LogDone(rule.Id, "nothing found");
            return new ScheduledOutcome(true, "Nothing was found.");
        }

        var announced = await alerts.AnnounceAsync(
            new NewAlert(new AlertRuleView(rule.Id, rule.Name, rule.Kind), day, findings.Entities, findings.Content, rule.Subscribers, rule.Channels), cancellationToken);
        var (word, sentence) = announced switch
        {
            AnnouncedAlert.Told { Alert.Number: var number } => ("announced", $"Alert {number} was announced."),
            AnnouncedAlert.Muted => ("snoozed", "Everything that was found is snoozed."),
            _ => ("known", "Everything that was found was announced before."),
        };
        LogDone(rule.Id, word);
        return new ScheduledOutcome(true, sentence);
    }

    private static bool MayPass(EverflowFailure kind) =>
        kind is EverflowFailure.Unavailable or EverflowFailure.Timeout or EverflowFailure.RateLimited or EverflowFailure.MalformedReply;

    [LoggerMessage(Level = LogLevel.Information, Message = "Alert rule {RuleId} has run: {Outcome}")]
    private partial void LogDone(Guid ruleId, string outcome);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Everflow failed while alert rule {RuleId} ran ({Failure}); repetition {Repetition} follows")]
    private partial void LogRepeated(Guid ruleId, EverflowFailure failure, int repetition);

    [LoggerMessage(Level = LogLevel.Error, Message = "Alert rule {RuleId} could not run, Everflow failed ({Failure}); reference {Reference}")]
    private partial void LogFailed(Guid ruleId, EverflowFailure failure, string reference);
}
