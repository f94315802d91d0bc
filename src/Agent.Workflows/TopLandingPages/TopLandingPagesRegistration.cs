using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PromptLab.Workflows.TopLandingPages;

public static class TopLandingPagesRegistration
{
    public static IServiceCollection AddTopLandingPages(this IServiceCollection services)
    {
        services.TryAddSingleton<TopLandingPagesWorkflow>();
        return services;
    }
}
