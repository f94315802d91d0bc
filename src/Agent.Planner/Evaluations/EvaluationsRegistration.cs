using Microsoft.Extensions.DependencyInjection;

namespace PromptLab.Planner.Evaluations;

public static class EvaluationsRegistration
{
    /// <summary>Registers the running of templates over datasets; needs <c>AddTools</c>, <c>AddExecutions</c>, <c>AddPrompts</c> and <c>AddData</c>.</summary>
    public static IServiceCollection AddEvaluations(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<EvaluationOptions>().BindConfiguration(EvaluationOptions.Section).ValidateDataAnnotations();
        services.AddSingleton<LiveEvaluations>();
        services.AddSingleton<Judge>();
        services.AddSingleton<EvaluationPreparation>();
        services.AddSingleton<EvaluationRun>();
        services.AddSingleton(EvaluationEngine.Create);
        services.AddSingleton(EvaluationViewer.Create);
        services.AddHostedService<EvaluationMaintenance>();
        return services;
    }
}
