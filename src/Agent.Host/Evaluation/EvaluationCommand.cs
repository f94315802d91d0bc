using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PromptLab.Data;
using PromptLab.Everflow;
using PromptLab.Host.Commands;
using PromptLab.Host.Hosting;
using PromptLab.Host.Planning;
using PromptLab.Planner.Models;
using PromptLab.Planner.Prompts;
using PromptLab.Plugins.Tools;
using PromptLab.Simulator;

namespace PromptLab.Host.Evaluation;

/// <summary><c>eval</c>: routes a file of cases against the simulated network and writes one prediction per case.</summary>
internal static class EvaluationCommand
{
    private const int Misused = 2;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            var arguments = EvaluationArguments.Parse(args);
            var time = arguments.Now is { } now ? new ShiftedClock(now) : TimeProvider.System;
            await using var network = await SimulatorServer.StartAsync(new SimulatorOptions { Clock = time, LimitsRate = false }, cancellationToken);
            await using var services = Services(network, time);
            var report = await RouteAllAsync(arguments, services, terminal, cancellationToken);
            await terminal.Error.WriteLineAsync(report.ToString());
            return 0;
        }
        catch (OptionsValidationException exception)
        {
            return await FailAsync(terminal, "The configuration cannot be used:\n  " + string.Join("\n  ", exception.Failures));
        }
        catch (Exception exception) when (exception is SettingException or UnknownModelException or ModelException)
        {
            return await FailAsync(terminal, exception.Message);
        }
    }

    private static async Task<EvaluationReport> RouteAllAsync(
        EvaluationArguments arguments, ServiceProvider services, Terminal terminal, CancellationToken cancellationToken)
    {
        var model = services.GetRequiredService<ModelRegistry>().GetForPlannerWithoutFallback(arguments.Model);
        var router = ActivatorUtilities.CreateInstance<EvaluationRouter>(services);
        var cases = await EvaluationCaseReader.ReadAsync(arguments.Cases, cancellationToken).ToListAsync(cancellationToken);
        await using var output = arguments.Out is null ? terminal.Output : File.CreateText(arguments.Out);
        var report = new EvaluationReport();
        if (cases.Count > 0 && model.Provider == ModelsOptions.Offline)
        {
            // The first call reads the network's names; that is start-up, not routing.
            await router.RouteAsync(cases[0], model, cancellationToken);
        }

        foreach (var item in cases)
        {
            var started = TimeProvider.System.GetTimestamp();
            var call = await router.RouteAsync(item, model, cancellationToken);
            report.Add(call.Tool, TimeProvider.System.GetElapsedTime(started));
            await output.WriteLineAsync(new JsonObject { ["id"] = item.Id, ["tool"] = call.Tool, ["args"] = call.Args.DeepClone() }.ToJsonString(Json));
        }

        return report;
    }

    private static ServiceProvider Services(SimulatorServer network, TimeProvider time)
    {
        var configuration = new ConfigurationManager();
        configuration.SetBasePath(AppContext.BaseDirectory).AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables();
        configuration.AddInMemoryCollection(
        [
            new($"{EverflowOptions.Section}:BaseAddress", network.BaseAddress.ToString()),
            new($"{EverflowOptions.Section}:ApiKey", new SimulatorOptions().ApiKey),
            new($"{EverflowOptions.Section}:RequestsPerSecond", "1000"),
            new($"{EverflowOptions.Section}:Burst", "1000"),
        ]);
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration).AddSingleton(time).AddLogging()
            .AddData().AddEverflow().AddTools().AddModels().AddPrompts().AddPlanners();
        services.AddSingleton(provider => new ToolCatalogue(provider.GetServices<ITool>().Select(tool => new ResolvingTool(tool))));
        return services.BuildServiceProvider();
    }

    private static async Task<int> FailAsync(Terminal terminal, string message)
    {
        await terminal.Error.WriteLineAsync(message);
        return Misused;
    }
}
