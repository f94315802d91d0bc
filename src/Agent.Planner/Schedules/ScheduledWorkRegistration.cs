using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Planner.Schedules;

public static class ScheduledWorkRegistration
{
    /// <summary>Workflows as scheduled work.</summary>
    public static IServiceCollection AddScheduledWorkflows(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IScheduledWork, WorkflowScheduledWork>());
        return services;
    }
}
