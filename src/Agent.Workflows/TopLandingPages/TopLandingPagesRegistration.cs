using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Entities;
using PromptLab.Workflows.Reports;

namespace PromptLab.Workflows.TopLandingPages;

public static class TopLandingPagesRegistration
{
    public static IServiceCollection AddTopLandingPages(this IServiceCollection services)
    {
        services.AddReportFilters().AddCatalogue();
        services.TryAddSingleton(provider => new TopLandingPagesWorkflow(
            provider.GetRequiredService<ReportsClient>(), provider.GetRequiredService<CountryFilters>(), provider.GetRequiredService<Catalogue>()));
        return services;
    }
}
