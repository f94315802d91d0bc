using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Entities;

namespace PromptLab.Workflows.PausedPartners;

public static class PausedPartnersRegistration
{
    /// <summary>Needs the Everflow clients, the <see cref="Catalogue"/> and the <see cref="NetworkCalendar"/>.</summary>
    public static IServiceCollection AddPausedPartners(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new PausedPartnersWorkflow(
            provider.GetRequiredService<ReportsClient>(), provider.GetRequiredService<Catalogue>(), provider.GetRequiredService<NetworkCalendar>()));
        return services;
    }
}
