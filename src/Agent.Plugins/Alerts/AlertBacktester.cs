using PromptLab.Everflow;
using PromptLab.Workflows.AlertRules;
using PromptLab.Workflows.Dates;

namespace PromptLab.Plugins.Alerts;

/// <summary>Looks back: what a rule would have reported, whether it is on, off or not even stored.</summary>
public sealed class AlertBacktester
{
    public const int MostDays = 365;

    private readonly IReadOnlyList<IAlertCheck> _checks;
    private readonly NetworkCalendar _calendar;

    internal AlertBacktester(IEnumerable<IAlertCheck> checks, NetworkCalendar calendar) => (_checks, _calendar) = ([.. checks], calendar);

    /// <summary>Throws <see cref="EverflowException"/>.</summary>
    /// <param name="days">1 to <see cref="MostDays"/>, ending yesterday; only those count on whose morrow the rule runs.</param>
    public async Task<AlertBacktest> RunAsync(AlertRule rule, int days, CancellationToken cancellationToken)
    {
        using var call = EverflowCall.Use(EverflowPriority.Scheduled);
        var range = new DateRange(_calendar.Today.AddDays(-days), _calendar.Today.AddDays(-1));
        var found = await _checks.First(check => check.Kind == rule.Kind).BacktestAsync(rule, range, cancellationToken);
        AlertBacktestDay[] fired = [.. found.Where(day => rule.RunsAfter(day.Day)).OrderByDescending(day => day.Day)];
        return new AlertBacktest(range.From, range.To, days, fired.Length, fired.Sum(day => day.Findings), fired);
    }
}
