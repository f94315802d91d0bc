using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.DefaultPages;

public static class DefaultPagesRegistration
{
    /// <summary>Needs the Everflow clients and the <see cref="NetworkCalendar"/>.</summary>
    public static IServiceCollection AddDefaultPages(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<DefaultPagesOptions>().BindConfiguration(DefaultPagesOptions.Section).ValidateDataAnnotations();
        services.TryAddSingleton(provider => new DefaultPagesWorkflow(
            provider.GetRequiredService<ReportsClient>(), provider.GetRequiredService<NetworkCalendar>()));
        return services;
    }
}
