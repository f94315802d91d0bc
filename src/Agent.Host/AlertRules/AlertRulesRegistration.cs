using PromptLab.Host.Alerts;
using PromptLab.Workflows.AlertRules;

namespace PromptLab.Host.AlertRules;

internal static class AlertRulesRegistration
{
    /// <summary>The doors to rules and alerts, and taking the rules of the configuration over at the start.</summary>
    public static IServiceCollection AddAlertRules(this IServiceCollection services) =>
        services.AddSingleton<AlertMoves>().AddSingleton<AlertBacktestRun>().AddAlertRulesStart();
}
