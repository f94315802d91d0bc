using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Reports;

namespace PromptLab.Workflows.TopOffers;

public static class TopOffersRegistration
{
    public static IServiceCollection AddTopOffers(this IServiceCollection services)
    {
        services.AddReportFilters();
        services.TryAddSingleton(provider => new TopOffersWorkflow(
            provider.GetRequiredService<ReportsClient>(), provider.GetRequiredService<CountryFilters>()));
        return services;
    }
}
