using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PromptLab.Workflows.Entities;

public static class CatalogueRegistration
{
    /// <summary>Adds <see cref="Catalogue"/>; needs the Everflow clients.</summary>
    public static IServiceCollection AddCatalogue(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<CatalogueOptions>().BindConfiguration(CatalogueOptions.Section).ValidateDataAnnotations();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<Catalogue>();
        return services;
    }
}
