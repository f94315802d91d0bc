using Microsoft.Extensions.DependencyInjection;

namespace PromptLab.Planner.PendingActions;

internal static class PendingActionsRegistration
{
    public static IServiceCollection AddPendingActionDesk(this IServiceCollection services)
    {
        services.AddSingleton<PendingActionTexts>();
        services.AddSingleton<PendingActionWork>();
        services.AddSingleton<TurnDecision>();
        services.AddSingleton<TurnConfirmations>();
        services.AddSingleton(PendingActionDesk.Create);
        services.AddHostedService<PendingActionMaintenance>();
        return services;
    }
}
