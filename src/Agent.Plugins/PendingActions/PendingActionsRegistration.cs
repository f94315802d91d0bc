using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptLab.Plugins.TrackingLinks;
using PromptLab.Workflows.TrackingLinks;

namespace PromptLab.Plugins.PendingActions;

internal static class PendingActionsRegistration
{
    /// <summary>What proposes writes and carries them out once a person has said yes.</summary>
    public static IServiceCollection AddPendingActions(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ApprovalOptions>().BindConfiguration(ApprovalOptions.Section).ValidateDataAnnotations();
        services.TryAddSingleton<LinkProposals>();
        services.TryAddSingleton(provider => new PendingActionRunner(
            provider.GetRequiredService<LinkApproval>(), provider.GetRequiredService<LinkProposals>()));
        return services;
    }
}
