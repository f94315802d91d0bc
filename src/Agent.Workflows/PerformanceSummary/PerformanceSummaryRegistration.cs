using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptLab.Everflow.Labels;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Reports;

namespace PromptLab.Workflows.PerformanceSummary;

public static class PerformanceSummaryRegistration
{
    public static IServiceCollection AddPerformanceSummary(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<PerformanceSummaryOptions>()
            .BindConfiguration(PerformanceSummaryOptions.Section)
            .ValidateDataAnnotations();
        services.AddReportFilters();
        services.TryAddSingleton(provider => new PerformanceSummaryWorkflow(
            provider.GetRequiredService<ReportsClient>(), provider.GetRequiredService<LabelsClient>(), provider.GetRequiredService<CountryFilters>()));
        return services;
    }
}
