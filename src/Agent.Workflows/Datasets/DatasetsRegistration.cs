using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PromptLab.Workflows.Datasets;

public static class DatasetsRegistration
{
    /// <summary>Saving and finding datasets and their rows; needs <c>AddData</c> and <c>AddTemplates</c>.</summary>
    public static IServiceCollection AddDatasets(this IServiceCollection services)
    {
        services.TryAddSingleton<DatasetService>();
        services.TryAddSingleton<DatasetCases>();
        services.TryAddSingleton<DatasetReader>();
        services.TryAddSingleton<DatasetFile>();
        return services;
    }
}
