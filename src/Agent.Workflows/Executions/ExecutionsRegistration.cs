using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PromptLab.Workflows.Executions;

public static class ExecutionsRegistration
{
    /// <summary>What an execution needs before a model is asked; needs <c>AddTemplates</c>.</summary>
    public static IServiceCollection AddExecutionPlans(this IServiceCollection services)
    {
        services.TryAddSingleton<ExecutionPlans>();
        return services;
    }
}
