using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace PromptLab.Planner.Prompts;

public static class PromptsRegistration
{
    /// <summary>Registers <see cref="PromptLibrary"/> and its reloading. Files that cannot serve stop the start.</summary>
    public static IServiceCollection AddPrompts(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<PromptsOptions>().BindConfiguration(PromptsOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<PromptsOptions>, PromptsOptionsSetup>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PromptsOptions>, PromptsOptionsSetup>());
        services.TryAddSingleton<PromptLibrary>();
        services.AddHostedService<PromptWatcher>();
        return services;
    }
}
