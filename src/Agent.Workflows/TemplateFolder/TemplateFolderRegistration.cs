using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using PromptLab.Data.Databases;
using PromptLab.Data.TemplateFolder;
using PromptLab.Data.Templates;
using PromptLab.Workflows.Templates;

namespace PromptLab.Workflows.TemplateFolder;

public static class TemplateFolderRegistration
{
    /// <summary>The two-way synchronisation with a folder; needs <c>AddTemplates</c> and <c>AddData</c>.</summary>
    public static IServiceCollection AddTemplateFolder(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<TemplateFolderOptions>().BindConfiguration(TemplateFolderOptions.Section).ValidateDataAnnotations()
            .PostConfigure(Open);
        services.AddSingleton(provider => new FolderClaim(
            provider.GetRequiredService<TemplateFolderRepository>(), provider.GetRequiredService<IOptions<DatabaseOptions>>(),
            provider.GetRequiredService<IOptions<TemplateFolderOptions>>()));
        services.AddSingleton(CreateSync);
        services.AddSingleton(provider => new TemplateFolderWatcher(
            provider.GetRequiredService<TemplateFolderSync>(), provider.GetRequiredService<FolderClaim>(), provider.GetRequiredService<IOptions<TemplateFolderOptions>>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<TemplateFolderWatcher>>()));
        services.AddHostedService(provider => provider.GetRequiredService<TemplateFolderWatcher>());
        return services;
    }

    private static TemplateFolderSync CreateSync(IServiceProvider provider)
    {
        var templates = provider.GetRequiredService<TemplateService>();
        var run = new SyncRun(
            provider.GetRequiredService<TemplateFileRepository>(), templates, provider.GetRequiredService<TemplateReader>(), provider.GetRequiredService<TemplateRepository>());
        return new(
            provider.GetRequiredService<IOptions<TemplateFolderOptions>>(), provider.GetRequiredService<FolderClaim>(), provider.GetRequiredService<TemplateReader>(), run,
            new SyncConflictEnd(run, templates), provider.GetRequiredService<TemplateFileRepository>(), provider.GetRequiredService<TemplateFolderRepository>(),
            provider.GetRequiredService<ILogger<TemplateFolderSync>>());
    }

    private static void Open(TemplateFolderOptions options)
    {
        if (options.IsOn)
        {
            options.Folder = Directory.CreateDirectory(Path.GetFullPath(options.Folder)).FullName;
        }
    }
}
