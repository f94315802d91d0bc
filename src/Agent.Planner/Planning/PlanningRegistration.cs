using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PromptLab.Planner.Offline;
using PromptLab.Planner.Planning.ExtensionsAi;

namespace PromptLab.Planner.Planning;

public static class PlanningRegistration
{
    /// <summary>Registers the planner over the tools and models that are registered; <c>Planner:Kind</c> chooses among those that are built in.</summary>
    public static IServiceCollection AddPlanner(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ToolInvoker>();
        services.AddSingleton<ToolFunctions>();
        services.AddOptionsWithValidateOnStart<PlannerOptions>().BindConfiguration(PlannerOptions.Section);
        services.AddSingleton<PlannerChoice>();
        services.AddSingleton<IPostConfigureOptions<PlannerOptions>>(provider => provider.GetRequiredService<PlannerChoice>());
        services.AddSingleton<IValidateOptions<PlannerOptions>>(provider => provider.GetRequiredService<PlannerChoice>());
        services.AddSingleton(provider =>
            provider.GetRequiredKeyedService<IPlanner>(provider.GetRequiredService<IOptions<PlannerOptions>>().Value.Kind));
        services.AddBuiltInPlanner<ExtensionsAiPlanner>(ExtensionsAiPlanner.PlannerName);
        services.AddOfflineModel();
        return services;
    }

    /// <summary>Registers a planner that can be chosen; the last one is chosen when nothing is said.</summary>
    public static IServiceCollection AddBuiltInPlanner<TPlanner>(this IServiceCollection services, string name)
        where TPlanner : class, IPlanner
    {
        services.AddSingleton(new BuiltInPlanner(name));
        services.AddKeyedSingleton<IPlanner, TPlanner>(name);
        return services;
    }
}
