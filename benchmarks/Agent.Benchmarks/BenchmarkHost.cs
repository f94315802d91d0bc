using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data;
using PromptLab.Everflow;
using PromptLab.Planner.Models;
using PromptLab.Planner.Offline;
using PromptLab.Planner.Prompts;
using PromptLab.Plugins.Tools;
using PromptLab.Simulator;
using PromptLab.Testing.Time;

namespace PromptLab.Benchmarks;

/// <summary>The product's own services over a simulated network, on Wednesday 2025-01-15.</summary>
internal sealed class BenchmarkHost : IAsyncDisposable
{
    private readonly SimulatorServer network;
    private readonly ServiceProvider services;

    private BenchmarkHost(SimulatorServer network, ServiceProvider services)
    {
        this.network = network;
        this.services = services;
    }

    public IServiceProvider Services => services;

    public ToolCatalogue Tools => services.GetRequiredService<ToolCatalogue>();

    /// <summary>The tools as a model sees them.</summary>
    public IReadOnlyList<AIFunctionDeclaration> Declarations =>
        [.. Tools.All.Select(t => AIFunctionFactory.CreateDeclaration(t.Descriptor.Name, t.Descriptor.Description, t.Descriptor.Schema))];

    public string SystemPrompt => services.GetRequiredService<PromptLibrary>().Get("agent", "benchmark").Text;

    /// <param name="model">An OpenAI-compatible server that becomes the provider <c>loopback</c>.</param>
    public static async Task<BenchmarkHost> StartAsync(Uri? model = null)
    {
        var clock = new ManualTimeProvider();
        var network = await SimulatorServer.StartAsync(new() { Clock = clock, LimitsRate = false, ConcurrentReports = 0 }, CancellationToken.None);
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(Settings(network, model)).Build())
            .AddSingleton<TimeProvider>(new BenchmarkClock(clock))
            .AddLogging()
            .AddData().AddEverflow().AddTools().AddModels().AddOfflineModel().AddPrompts();
        return new(network, services.BuildServiceProvider());
    }

    public static ToolContext Context(string message) =>
        new("benchmark", Guid.Empty, Guid.Empty, message, new Progress<ToolProgress>());

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await network.DisposeAsync();
    }

    private static Dictionary<string, string?> Settings(SimulatorServer network, Uri? model)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Everflow:BaseAddress"] = network.BaseAddress.AbsoluteUri,
            ["Everflow:ApiKey"] = "demo",
        };
        if (model is not null)
        {
            settings["Models:Providers:loopback:Kind"] = "openai";
            settings["Models:Providers:loopback:Model"] = "gpt-fake";
            settings["Models:Providers:loopback:BaseAddress"] = model.AbsoluteUri;
            settings["Models:Fallback"] = "";
        }

        return settings;
    }

    /// <summary>Today stands still; timers and measured time run on.</summary>
    private sealed class BenchmarkClock(TimeProvider today) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => today.GetUtcNow();
    }
}
