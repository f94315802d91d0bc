using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PromptLab.Planner.Models;

public static class ModelsRegistration
{
    /// <summary>Registers <see cref="ModelRegistry"/>. The embedded planner registers itself as a keyed <c>IChatClient</c>.</summary>
    public static IServiceCollection AddModels(this IServiceCollection services)
    {
        // Without it a provider with one unreadable or misspelt setting would be left out in silence.
        services.AddOptionsWithValidateOnStart<ModelsOptions>().BindConfiguration(ModelsOptions.Section, binder => binder.ErrorOnUnknownConfiguration = true);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ModelsOptions>, ModelsOptionsValidation>());
        services.TryAddSingleton<ModelRegistry>();
        return services;
    }
}
