using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptLab.Planner.Models;
using PromptLab.Planner.Providers;
using PromptLab.Workflows.Executions;

namespace PromptLab.Planner.Executions;

public static class ExecutionsRegistration
{
    /// <summary>Registers the running of templates; needs <c>AddTools</c>, <c>AddModels</c>, <c>AddTurns</c> and <c>AddData</c>.</summary>
    public static IServiceCollection AddExecutions(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ExecutionOptions>().BindConfiguration(ExecutionOptions.Section).ValidateDataAnnotations();
        services.TryAddSingleton(TimeProvider.System);
        services.AddExecutionPlans();
        services.AddSingleton<ProviderList>();
        services.AddSingleton<LiveExecutions>();
        services.AddSingleton<ProviderPace>();
        services.AddSingleton<ExecutionModels>();
        services.AddSingleton<ExecutionRun>();
        services.AddSingleton(ExecutionEngine.Create);
        services.AddSingleton(ExecutionViewer.Create);
        services.AddSingleton<ITemplateRunner, TemplateRunner>();
        services.AddHostedService<ExecutionMaintenance>();
        return services;
    }
}
