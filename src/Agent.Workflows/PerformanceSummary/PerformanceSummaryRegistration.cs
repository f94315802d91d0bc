using Microsoft.Extensions.DependencyInjection;

namespace PromptLab.Workflows.PerformanceSummary;

public static class PerformanceSummaryRegistration
{
    public static IServiceCollection AddPerformanceSummary(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<PerformanceSummaryOptions>()
            .BindConfiguration(PerformanceSummaryOptions.Section)
            .ValidateDataAnnotations();
        return services;
    }
}
