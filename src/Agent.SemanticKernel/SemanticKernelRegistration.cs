using Microsoft.Extensions.DependencyInjection;
using PromptLab.Planner.Models.OpenAi;
using PromptLab.Planner.Planning;
using PromptLab.SemanticKernel.Models;
using PromptLab.SemanticKernel.Planning;

namespace PromptLab.SemanticKernel;

public static class SemanticKernelRegistration
{
    /// <summary>Adds the planner <c>semantic-kernel</c> to those that can be chosen, and makes it the default.</summary>
    public static IServiceCollection AddSemanticKernelPlanner(this IServiceCollection services)
    {
        services.AddKeyedSingleton<OpenAiConnector>(SemanticKernelPlanner.PlannerName, (_, _) => KernelConnector.Connect);
        return services.AddBuiltInPlanner<SemanticKernelPlanner>(SemanticKernelPlanner.PlannerName);
    }
}
