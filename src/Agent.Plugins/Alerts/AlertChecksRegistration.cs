using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptLab.Plugins.DefaultPages;
using PromptLab.Plugins.PausedPartners;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Plugins.Alerts;

internal static class AlertChecksRegistration
{
    public static IServiceCollection AddAlertChecks(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAlertCheck, DefaultPagesCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAlertCheck, PausedPartnersCheck>());
        services.TryAddSingleton(provider => new AlertBacktester(provider.GetServices<IAlertCheck>(), provider.GetRequiredService<NetworkCalendar>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IScheduledWork, AlertRuleWork>());
        return services;
    }
}
