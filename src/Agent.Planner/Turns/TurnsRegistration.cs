using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptLab.Planner.DirectCalls;
using PromptLab.Planner.PendingActions;

namespace PromptLab.Planner.Turns;

public static class TurnsRegistration
{
    /// <summary>Registers the turn engine. Planner, models, prompts, tools and data are registered by their own rooms.</summary>
    public static IServiceCollection AddTurns(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<TurnOptions>().BindConfiguration(TurnOptions.Section).ValidateDataAnnotations();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<LiveTurns>();
        services.AddSingleton<TurnNode>();
        services.AddSingleton<TurnRateLimiter>();
        services.AddSingleton<TokenBudget>();
        services.AddSingleton<DirectCallDoor>();
        services.AddSingleton<DirectCallRun>();
        services.AddSingleton<TurnRun>();
        services.AddSingleton(TurnEngine.Create);
        services.AddSingleton<TurnViewer>();
        services.AddHostedService<TurnMaintenance>();
        services.AddPendingActionDesk();
        return services;
    }
}
