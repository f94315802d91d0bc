using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PromptLab.Workflows.TopOffers;

public static class TopOffersRegistration
{
    public static IServiceCollection AddTopOffers(this IServiceCollection services)
    {
        services.TryAddSingleton<TopOffersWorkflow>();
        return services;
    }
}
