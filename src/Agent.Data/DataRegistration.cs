using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using PromptLab.Data.AlertRules;
using PromptLab.Data.Alerts;
using PromptLab.Data.ApiKeys;
using PromptLab.Data.Audit;
using PromptLab.Data.ConversationLinks;
using PromptLab.Data.Conversations;
using PromptLab.Data.Dashboard;
using PromptLab.Data.Databases;
using PromptLab.Data.Databases.Postgres;
using PromptLab.Data.Databases.Sqlite;
using PromptLab.Data.Datasets;
using PromptLab.Data.Deliveries;
using PromptLab.Data.Evaluations;
using PromptLab.Data.Executions;
using PromptLab.Data.Exports;
using PromptLab.Data.Feed;
using PromptLab.Data.Migrations;
using PromptLab.Data.OpenAi;
using PromptLab.Data.Operators;
using PromptLab.Data.PendingActions;
using PromptLab.Data.Pipelines;
using PromptLab.Data.Prompts;
using PromptLab.Data.Runs;
using PromptLab.Data.Schedules;
using PromptLab.Data.Slack;
using PromptLab.Data.TemplateFolder;
using PromptLab.Data.Templates;
using PromptLab.Data.Turns;
using PromptLab.Data.WidgetTokens;

namespace PromptLab.Data;

public static class DataRegistration
{
    /// <summary>The database of section <c>Database</c>, migrated before any hosted service starts, and its repositories.</summary>
    public static IServiceCollection AddData(this IServiceCollection services)
    {
        SqlTypes.Register();
        services.AddOptionsWithValidateOnStart<DatabaseOptions, DatabaseOptionsValidator>().BindConfiguration(DatabaseOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(Open);
        services.AddSingleton<DatabaseMigrator>();
        services.AddHostedService<MigrationStart>();
        services.AddSingleton<FeedSignal>();
        services.AddSingleton<FeedRepository>();
        services.AddHostedService<FeedListener>();
        services.AddSingleton<ConversationRepository>();
        services.AddSingleton<ConversationLinkRepository>();
        services.AddSingleton<TurnRepository>();
        services.AddSingleton<OpenAiTurnRepository>();
        services.AddSingleton<TokenUsageRepository>();
        services.AddSingleton<TurnFeedbackRepository>();
        services.AddSingleton<ApiKeyRepository>();
        services.AddSingleton<WidgetTokenRepository>();
        services.AddOptions<OperatorOptions>().BindConfiguration(OperatorOptions.Section);
        services.AddSingleton<OperatorDesk>();
        services.AddSingleton<PendingActionRepository>();
        services.AddSingleton<PendingActionExecution>();
        services.AddSingleton<AuditRepository>();
        services.AddSingleton<TemplateRepository>();
        services.AddSingleton<TemplateList>();
        services.AddSingleton<TemplateFileRepository>();
        services.AddSingleton<TemplateFolderRepository>();
        services.AddSingleton<TemplateVersionRepository>();
        services.AddSingleton<AlertRuleRepository>();
        services.AddSingleton<AlertRepository>();
        services.AddSingleton<PromptUsageRepository>();
        services.AddSingleton<ExecutionRepository>();
        services.AddSingleton<ExecutionList>();
        services.AddSingleton<PipelineRepository>().AddSingleton<PipelineList>().AddSingleton<PipelineUses>();
        services.AddSingleton<DatasetRepository>().AddSingleton<DatasetList>().AddSingleton<DatasetCaseRepository>();
        services.AddSingleton<EvaluationRepository>().AddSingleton<EvaluationResultRepository>().AddSingleton<EvaluationList>();
        services.AddSingleton<EvaluationScores>().AddSingleton<JudgementRepository>();
        services.AddSingleton<UsageRepository>();
        services.AddSingleton<RunRepository>().AddSingleton<RunReader>().AddSingleton<RunList>();
        services.AddSingleton<ScheduleRepository>();
        services.AddSingleton<ScheduleRunRepository>();
        services.AddSingleton<DeliveryRepository>();
        services.AddSingleton<SlackSignal>();
        services.AddSingleton<SlackInbox>().AddSingleton<SlackPostRepository>().AddSingleton<SlackMessageRepository>().AddSingleton<SlackConfirmationRepository>();
        services.AddSingleton<ExportRepository>().AddSingleton<ExportAnnouncementRepository>().AddSingleton<ExportCleaningRepository>();
        return services;
    }

    private static IDatabase Open(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        return options.Provider == DatabaseProvider.Sqlite
            ? new SqliteDatabase(new SqliteFile(options.Path))
            : ActivatorUtilities.CreateInstance<PostgresDatabase>(services, PostgresDatabase.Connect(options.ConnectionString!));
    }
}
