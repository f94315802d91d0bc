using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptLab.Planner.Offline;
using PromptLab.Planner.Planning.ExtensionsAi;

namespace PromptLab.Planner.Planning;

public static class PlanningRegistration
{
    /// <summary>Registers the planner over the tools and models that are registered.</summary>
    public static IServiceCollection AddPlanner(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ToolInvoker>();
        services.AddSingleton<IPlanner, ExtensionsAiPlanner>();
        services.AddOfflineModel();
        return services;
    }
}
