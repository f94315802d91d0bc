using PromptLab.Workflows.AlertRules;
using PromptLab.Workflows.Dates;

namespace PromptLab.Plugins.Alerts;

/// <summary>What rules of one kind look for. Throws <see cref="Everflow.EverflowException"/>.</summary>
internal interface IAlertCheck
{
    /// <summary>One of <see cref="AlertRuleKind"/>.</summary>
    string Kind { get; }

    /// <param name="day">The last full day.</param>
    Task<AlertFindings> CheckAsync(AlertRule rule, DateOnly day, CancellationToken cancellationToken);

    /// <summary>What the rule would have found on each of these days; days without a finding are left out.</summary>
    Task<IReadOnlyList<AlertBacktestDay>> BacktestAsync(AlertRule rule, DateRange days, CancellationToken cancellationToken);
}
