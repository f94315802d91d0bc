using PromptLab.Data;
using PromptLab.Data.Databases;
using PromptLab.Everflow;
using PromptLab.Host.About;
using PromptLab.Host.AgUi;
using PromptLab.Host.AlertRules;
using PromptLab.Host.Alerts;
using PromptLab.Host.Audit;
using PromptLab.Host.Authentication;
using PromptLab.Host.Chat;
using PromptLab.Host.Conversations;
using PromptLab.Host.Dashboard;
using PromptLab.Host.Datasets;
using PromptLab.Host.Deliveries;
using PromptLab.Host.Demo;
using PromptLab.Host.Doors;
using PromptLab.Host.Embedding;
using PromptLab.Host.Evaluations;
using PromptLab.Host.Executions;
using PromptLab.Host.Exports;
using PromptLab.Host.Feed;
using PromptLab.Host.Health;
using PromptLab.Host.Logging;
using PromptLab.Host.Mcp;
using PromptLab.Host.OpenAi;
using PromptLab.Host.Pages;
using PromptLab.Host.PendingActions;
using PromptLab.Host.Pipelines;
using PromptLab.Host.Planning;
using PromptLab.Host.Problems;
using PromptLab.Host.Prompts;
using PromptLab.Host.Providers;
using PromptLab.Host.Runs;
using PromptLab.Host.Schedules;
using PromptLab.Host.Slack;
using PromptLab.Host.TemplateFolder;
using PromptLab.Host.Templates;
using PromptLab.Host.Turns;
using PromptLab.Host.Workflows;
using PromptLab.Planner.Evaluations;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Models;
using PromptLab.Planner.Pipelines;
using PromptLab.Planner.Prompts;
using PromptLab.Planner.Turns;
using PromptLab.Workflows.TemplateFolder;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Exports;

namespace PromptLab.Host.Hosting;

/// <summary>Puts the service together.</summary>
public static class ServiceHost
{
    private const long LargestBody = 1024 * 1024;

    private static readonly Dictionary<string, string> Switches = new()
    {
        ["--port"] = "Server:Port",
        ["--data"] = "Server:Data",
    };

    /// <param name="args"><c>--port</c>, <c>--data</c>, and any setting as <c>--Section:Name value</c>.</param>
    /// <exception cref="SettingException">A setting cannot be used.</exception>
    public static async Task<WebApplication> BuildAsync(string[] args, TimeProvider time, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            WebRootPath = "wwwroot",
        });
        Configure(builder.Configuration, args);
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = true);
        builder.Services.AddSingleton(time);
        await builder.AddDemoNetworkAsync(time, cancellationToken);
        Listen(builder);
        builder.AddLogging();
        AddRooms(builder.Services);
        builder.AddScheduler();
        // Quartz puts its own clock in the service's place.
        builder.Services.AddSingleton(time);
        return Map(builder.Build());
    }

    /// <summary>Only what reads and writes the database, for commands that need no more.</summary>
    internal static ServiceProvider BuildData(string[] args)
    {
        var configuration = new ConfigurationManager();
        configuration.SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables();
        Configure(configuration, args);
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration).AddSingleton(TimeProvider.System).AddLogging().AddData().BuildServiceProvider();
    }

    private static void Configure(ConfigurationManager configuration, string[] args)
    {
        configuration.AddCommandLine(args, Switches);
        if (configuration[$"{DatabaseOptions.Section}:Path"] is null)
        {
            var file = Path.Combine(ServerSettings.Read(configuration).Data, "promptlab.db");
            configuration.AddInMemoryCollection([new($"{DatabaseOptions.Section}:Path", file)]);
        }

        var exports = configuration[$"{ExportOptions.Section}:Directory"] ?? "exports";
        var folder = Path.Combine(ServerSettings.Read(configuration).Data, exports);
        configuration.AddInMemoryCollection([new($"{ExportOptions.Section}:Directory", folder)]);
    }

    private static void Listen(WebApplicationBuilder builder)
    {
        var server = ServerSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(new PublicAddress(server.PublicAddress));
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
            kestrel.Listen(server.Address, server.Port);
        });
    }

    private static void AddRooms(IServiceCollection services) => services
        .AddData()
        .AddEverflow()
        .AddTools()
        .AddModels()
        .AddPrompts()
        .AddPlanners()
        .AddTurns()
        .AddExecutions()
        .AddTemplateFolder()
        .AddEvaluations()
        .AddPipelineRuns()
        .AddApiKeys()
        .AddEmbedding()
        .AddDoors()
        .AddOpenAi()
        .AddAgUi()
        .AddMcp()
        .AddProblems()
        .AddHealth()
        .AddDeliveries()
        .AddSlack()
        .AddWorkflows()
        .AddAlertRules()
        .AddDashboard()
        .AddWire()
        .AddSingleton<TurnAnswer>();

    private static WebApplication Map(WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UsePages();
        app.UseCors();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup("/api/v1").RequireAuthorization().ProducesProblem(StatusCodes.Status401Unauthorized);
        api.MapChat();
        api.MapTurns();
        api.MapConversations();
        api.MapFeed();
        api.MapWorkflows();
        api.MapPendingActions();
        api.MapAudit();
        api.MapTemplates();
        api.MapTemplateFolder();
        api.MapDatasets();
        api.MapEvaluations();
        api.MapExports();
        api.MapAlerts();
        api.MapAlertRules();
        api.MapExecutions();
        api.MapComparisons();
        api.MapPipelines();
        api.MapRuns();
        api.MapProviders();
        api.MapPrompts();
        api.MapDashboard();
        api.MapAbout();
        api.MapDeliveries();
        api.MapSchedules();
        api.MapWidgetTokens();
        app.MapOpenAi();
        app.MapAgUi();
        app.MapSlack();
        app.MapMcp();
        return app;
    }
}
