using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PromptLab.Workflows.Reports;

internal static class ReportsRegistration
{
    public static IServiceCollection AddReportFilters(this IServiceCollection services)
    {
        services.TryAddSingleton<CountryFilters>();
        return services;
    }
}
