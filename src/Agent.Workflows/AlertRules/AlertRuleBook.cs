using Microsoft.Extensions.Options;
using PromptLab.Data.AlertRules;
using PromptLab.Data.Schedules;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Workflows.AlertRules;

/// <summary>The rules and, with each, its schedule.</summary>
public sealed class AlertRuleBook(
    AlertRuleRepository rules, ScheduleService schedules, AlertRuleDefaults defaults, IOptions<AlertOptions> options, TimeProvider clock)
{
    public async Task<IReadOnlyList<AlertRule>> ListAsync(CancellationToken cancellationToken) =>
        [.. (await rules.ListAsync(cancellationToken)).Select(StoredAlertRule.Read)];

    public async Task<AlertRule?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        await rules.FindAsync(id, cancellationToken) is { } row ? StoredAlertRule.Read(row) : null;

    /// <summary>A rule that is not stored, as a draft would make it; for looking at what it would do.</summary>
    public AlertRuleSaved Try(AlertRuleDraft draft, string owner) => Judge(defaults.New(Guid.CreateVersion7(clock.GetUtcNow()), draft, owner));

    public Task<AlertRuleSaved> CreateAsync(AlertRuleDraft draft, string owner, CancellationToken cancellationToken) =>
        SaveAsync(Try(draft, owner), cancellationToken);

    public async Task<AlertRuleSaved> ChangeAsync(Guid id, AlertRuleDraft draft, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } rule)
        {
            return new AlertRuleSaved.NotFound();
        }

        if (rule.Source == AlertRule.Configuration && draft.ChangesMoreThanEnabled)
        {
            return new AlertRuleSaved.ReadOnly();
        }

        if (draft.Kind is { } kind && kind != rule.Kind)
        {
            return Invalid("kind", "The kind of a rule cannot be changed; make a new rule.");
        }

        return await SaveAsync(Judge(rule.With(draft)), cancellationToken);
    }

    public async Task<AlertRuleSaved> DeleteAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } rule)
        {
            return new AlertRuleSaved.NotFound();
        }

        if (rule.Source == AlertRule.Configuration)
        {
            return new AlertRuleSaved.ReadOnly();
        }

        await RemoveAsync(rule, cancellationToken);
        return new AlertRuleSaved.Saved(rule);
    }

    /// <summary>Takes the rules of the configuration over, and sees that every rule has its schedule; at each start.</summary>
    internal async Task ConfigureAsync(CancellationToken cancellationToken)
    {
        var configured = defaults.Configured(options.Value);
        foreach (var rule in configured)
        {
            await rules.ConfigureAsync(StoredAlertRule.Write(rule), cancellationToken);
        }

        foreach (var rule in await ListAsync(cancellationToken))
        {
            if (rule.Source == AlertRule.Configuration && configured.All(known => known.Id != rule.Id))
            {
                await RemoveAsync(rule, cancellationToken);
            }
            else
            {
                await ScheduleAsync(rule, cancellationToken);
            }
        }
    }

    private AlertRuleSaved Judge(AlertRule rule) =>
        AlertRuleFaults.Find(rule, defaults.Channels) is { Count: > 0 } faults ? new AlertRuleSaved.Invalid(faults) : new AlertRuleSaved.Saved(rule);

    private static AlertRuleSaved.Invalid Invalid(string field, string sentence) => new(new Dictionary<string, string[]> { [field] = [sentence] });

    private async Task<AlertRuleSaved> SaveAsync(AlertRuleSaved judged, CancellationToken cancellationToken)
    {
        if (judged is not AlertRuleSaved.Saved { Rule: var rule })
        {
            return judged;
        }

        var saved = StoredAlertRule.Read(await rules.SaveAsync(StoredAlertRule.Write(rule), cancellationToken));
        await ScheduleAsync(saved, cancellationToken);
        return new AlertRuleSaved.Saved(saved);
    }

    private async Task RemoveAsync(AlertRule rule, CancellationToken cancellationToken)
    {
        await rules.DeleteAsync(rule.Id, cancellationToken);
        await schedules.DeleteAsync(ScheduleKind.AlertRule, rule.Id.ToString(), cancellationToken);
    }

    private Task<ScheduleRow> ScheduleAsync(AlertRule rule, CancellationToken cancellationToken) => schedules.CreateOrUpdateAsync(
        new NewSchedule(ScheduleKind.AlertRule, rule.Id.ToString(), rule.CreatedBy, rule.Name, rule.Schedule.ToTimes()!, "{}") { IsEnabled = rule.Enabled },
        cancellationToken);
}
