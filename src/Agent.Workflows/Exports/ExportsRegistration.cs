using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using PromptLab.Data.Exports;
using PromptLab.Everflow;
using PromptLab.Everflow.Conversions;
using PromptLab.Everflow.Reports;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Fraud;
using PromptLab.Workflows.Reports;
using PromptLab.Workflows.Stats;
using PromptLab.Workflows.Variance;

namespace PromptLab.Workflows.Exports;

public static class ExportsRegistration
{
    /// <summary>Adds exports and the background work that writes them; needs <c>AddData</c> and <c>AddEverflow</c>.</summary>
    public static IServiceCollection AddExports(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<ExportOptions>().BindConfiguration(ExportOptions.Section).ValidateDataAnnotations();
        services.AddReportFilters();
        services.AddSingleton<ReportFilters>().AddSingleton<ExportFolder>().AddSingleton<ExportNode>().AddSingleton<ExportBell>();
        services.AddSingleton<IReport, ConversionReport>().AddSingleton<IReport, FraudReport>().AddSingleton<IReport, StatsReport>()
            .AddSingleton<IReport, VarianceReport>();
        services.AddSingleton<ExportQueue>().AddSingleton<ExportWriting>();
        services.AddSingleton(Workflow);
        services.AddHostedService<ExportMaintenance>().AddHostedService<ExportWorker>();
        return services;
    }

    private static ExportReportWorkflow Workflow(IServiceProvider services) => new(
        services.GetRequiredService<ExportQueue>(), services.GetRequiredService<ExportWriting>(), services.GetRequiredService<ExportRepository>(),
        services.GetRequiredService<ExportAnnouncementRepository>(), services.GetRequiredService<ExportNode>(),
        services.GetRequiredService<ExportBell>(), services.GetRequiredService<NetworkCalendar>(),
        services.GetRequiredService<IOptions<ExportOptions>>(), services.GetRequiredService<TimeProvider>());
}
