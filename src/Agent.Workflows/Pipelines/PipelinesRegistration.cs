using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PromptLab.Workflows.Pipelines;

public static class PipelinesRegistration
{
    /// <summary>Saving and finding pipelines; needs <c>AddTemplates</c> and, to save, a <see cref="PipelineSurroundings"/>.</summary>
    public static IServiceCollection AddPipelines(this IServiceCollection services)
    {
        services.TryAddSingleton<StepTemplates>();
        services.TryAddSingleton<PipelineReader>();
        return services;
    }
}
