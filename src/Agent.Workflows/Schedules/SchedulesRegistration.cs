using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PromptLab.Workflows.Schedules;

public static class SchedulesRegistration
{
    /// <summary>Making and changing schedules, and running what is due; needs <c>AddData</c>. Work registers itself as <see cref="IScheduledWork"/>.</summary>
    public static IServiceCollection AddSchedules(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptionsWithValidateOnStart<ScheduleOptions>().BindConfiguration(ScheduleOptions.Section).ValidateDataAnnotations();
        services.TryAddSingleton<ScheduleNode>();
        services.TryAddSingleton<ScheduleService>();
        services.TryAddSingleton<SlotRunner>();
        return services;
    }
}
