using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PromptLab.Workflows.Alerts;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Workflows.AlertRules;

public static class AlertRulesRegistration
{
    /// <summary>Rules and alerts; needs <c>AddData</c> and the network's calendar.</summary>
    public static IServiceCollection AddAlerts(this IServiceCollection services)
    {
        services.AddSchedules();
        services.AddOptionsWithValidateOnStart<AlertOptions>().BindConfiguration(AlertOptions.Section);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<AlertOptions>, AlertOptionsValidator>());
        services.TryAddSingleton<AlertRuleDefaults>();
        services.TryAddSingleton<AlertRuleBook>();
        services.TryAddSingleton<AlertDesk>();
        return services;
    }

    /// <summary>Takes the rules of the configuration over at the start; for the service, not for tools that are only asked.</summary>
    public static IServiceCollection AddAlertRulesStart(this IServiceCollection services) => services.AddHostedService<AlertRulesStart>();
}
