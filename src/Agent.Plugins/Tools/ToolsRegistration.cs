using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PromptLab.Everflow;
using PromptLab.Plugins.Alerts;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Conversions;
using PromptLab.Plugins.DefaultPages;
using PromptLab.Plugins.Exports;
using PromptLab.Plugins.Offers;
using PromptLab.Plugins.Partners;
using PromptLab.Plugins.PausedPartners;
using PromptLab.Plugins.PendingActions;
using PromptLab.Plugins.PerformanceSummary;
using PromptLab.Plugins.Pipelines;
using PromptLab.Plugins.Schedules;
using PromptLab.Plugins.Templates;
using PromptLab.Plugins.TopLandingPages;
using PromptLab.Plugins.TopOffers;
using PromptLab.Plugins.TrackingLinks;
using PromptLab.Workflows.AlertRules;
using PromptLab.Workflows.Conversions;
using PromptLab.Workflows.Datasets;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.DefaultPages;
using PromptLab.Workflows.Entities;
using PromptLab.Workflows.Exports;
using PromptLab.Workflows.PausedPartners;
using PromptLab.Workflows.PerformanceSummary;
using PromptLab.Workflows.Pipelines;
using PromptLab.Workflows.Schedules;
using PromptLab.Workflows.Templates;
using PromptLab.Workflows.TopLandingPages;
using PromptLab.Workflows.TopOffers;
using PromptLab.Workflows.TrackingLinks;

namespace PromptLab.Plugins.Tools;

public static class ToolsRegistration
{
    /// <summary>Adds the <see cref="ToolCatalogue"/> with every tool and the workflows behind them; needs <c>AddEverflow</c> and <c>AddData</c>.</summary>
    public static IServiceCollection AddTools(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(CreateCalendar);
        services.AddCatalogue().AddTopLandingPages().AddTopOffers().AddPerformanceSummary().AddTrackingLinks().AddPendingActions().AddTemplates().AddPipelines()
            .AddDatasets();
        services.AddExports().AddSingleton<ViewConversionsWorkflow>().AddHostedService<ExportAnnouncer>();
        services.AddDefaultPages().AddPausedPartners().AddAlerts().AddAlertChecks();
        services.AddSingleton<EntityArgument>().AddSingleton<LandingPageArgument>().AddSingleton<PeriodArgument>().AddSingleton<NamedTemplate>().AddSingleton<NamedPipeline>();
        services.AddTool<TrackingLinkTool>().AddTool<TopLandingPagesTool>().AddTool<TopOffersTool>().AddTool<ExportReportTool>()
            .AddTool<ViewConversionsTool>().AddTool<DefaultPageCheckTool>().AddTool<PausedPartnerCheckTool>().AddTool<PerformanceSummaryTool>()
            .AddTool<FindOffersTool>().AddTool<FindPartnersTool>().AddTool<ListAlertsTool>().AddTool<UpdateAlertTool>().AddTool<ListTemplatesTool>()
            .AddTool<RunTemplateTool>().AddTool<CreateTemplateTool>().AddTool<ListPipelinesTool>().AddTool<RunPipelineTool>()
            .AddTool<ScheduleTool>();
        services.AddSchedules().TryAddSingleton<ScheduledWorkflows>();
        services.TryAddSingleton<ToolCatalogue>();
        return services;
    }

    private static IServiceCollection AddTool<T>(this IServiceCollection services)
        where T : class, ITool =>
        services.AddSingleton<T>().AddSingleton<ITool>(provider => new GuardedTool(provider.GetRequiredService<T>()));

    private static NetworkCalendar CreateCalendar(IServiceProvider provider) => new(
        provider.GetRequiredService<TimeProvider>(),
        TimeZoneInfo.FindSystemTimeZoneById(provider.GetRequiredService<IOptions<EverflowOptions>>().Value.TimeZone));
}
