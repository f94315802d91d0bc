using Microsoft.Extensions.DependencyInjection;
using PromptLab.Planner.Models;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Planner.Pipelines;

public static class PipelinesRegistration
{
    /// <summary>Saving and running pipelines; needs <c>AddTools</c>, <c>AddModels</c>, <c>AddExecutions</c> and <c>AddData</c>.</summary>
    public static IServiceCollection AddPipelineRuns(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<PipelineOptions>().BindConfiguration(PipelineOptions.Section).ValidateDataAnnotations();
        services.AddSingleton(provider =>
            PipelineTools.Surroundings(provider.GetRequiredService<ToolCatalogue>(), provider.GetRequiredService<ModelRegistry>()));
        services.AddSingleton<PipelineService>();
        services.AddSingleton<LiveRuns>();
        services.AddSingleton<TemplateStepRun>();
        services.AddSingleton<ToolStepRun>();
        services.AddSingleton<RunSteps>();
        services.AddSingleton<StepRecovery>();
        services.AddSingleton<PipelineRun>();
        services.AddSingleton(PipelineEngine.Create);
        services.AddSingleton(PipelineEstimates.Create);
        services.AddSingleton(RunViewer.Create);
        services.AddSingleton<IPipelineRunner, PipelineRunner>();
        services.AddHostedService<RunMaintenance>();
        return services;
    }
}
