using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PromptLab.Workflows.TrackingLinks;

public static class TrackingLinksRegistration
{
    /// <summary>Needs <c>AddEverflow</c> and <c>AddData</c>.</summary>
    public static IServiceCollection AddTrackingLinks(this IServiceCollection services)
    {
        services.TryAddSingleton<LinkAccessReader>();
        services.TryAddSingleton<TrackingLinkWorkflow>();
        services.TryAddSingleton<LinkApproval>();
        return services;
    }
}
