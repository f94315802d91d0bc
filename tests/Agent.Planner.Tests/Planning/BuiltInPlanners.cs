using Microsoft.Extensions.DependencyInjection;
using PromptLab.Planner.Planning;
#if SEMANTIC_KERNEL
using PromptLab.SemanticKernel;
#endif

namespace PromptLab.Planner.Tests.Planning;

internal static class BuiltInPlanners
{
    /// <summary>Every planner that the tests were built with, as the service registers them.</summary>
    public static IServiceCollection AddPlanners(this IServiceCollection services)
    {
        services.AddPlanner();
#if SEMANTIC_KERNEL
        services.AddSemanticKernelPlanner();
#endif
        return services;
    }
}
