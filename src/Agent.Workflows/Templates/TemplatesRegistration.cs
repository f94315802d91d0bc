using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PromptLab.Workflows.Templates;

public static class TemplatesRegistration
{
    /// <summary>Saving, labelling and finding templates; needs <c>AddData</c>.</summary>
    public static IServiceCollection AddTemplates(this IServiceCollection services)
    {
        services.TryAddSingleton<TemplateService>();
        services.TryAddSingleton<LabelGate>();
        services.TryAddSingleton<TemplateLabels>();
        services.TryAddSingleton<TemplateReader>();
        services.TryAddSingleton<TemplateUses>();
        return services;
    }
}
