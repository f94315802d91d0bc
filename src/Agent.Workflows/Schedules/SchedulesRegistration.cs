using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PromptLab.Workflows.Schedules;

public static class SchedulesRegistration
{
    /// <summary>Making and changing schedules; needs <c>AddData</c>. Work registers itself as <see cref="IScheduledWork"/>.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ScheduleService>();
        return services;
    }
}
