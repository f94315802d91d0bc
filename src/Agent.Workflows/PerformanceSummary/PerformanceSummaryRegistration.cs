using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PromptLab.Workflows.PerformanceSummary;

public static class PerformanceSummaryRegistration
{
    public static IServiceCollection AddPerformanceSummary(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<PerformanceSummaryOptions>()
            .BindConfiguration(PerformanceSummaryOptions.Section)
            .ValidateDataAnnotations();
        services.TryAddSingleton<PerformanceSummaryWorkflow>();
        return services;
    }
}
