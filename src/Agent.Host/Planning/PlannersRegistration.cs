using PromptLab.Planner.Planning;
#if SEMANTIC_KERNEL
using PromptLab.SemanticKernel;
#endif

namespace PromptLab.Host.Planning;

internal static class PlannersRegistration
{
    /// <summary>Every planner that this program was built with.</summary>
    public static IServiceCollection AddPlanners(this IServiceCollection services)
    {
        services.AddPlanner();
#if SEMANTIC_KERNEL
        services.AddSemanticKernelPlanner();
#endif
        return services;
    }
}
