using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Models;
using PromptLab.Planner.Models.OpenAi;
using PromptLab.Planner.Planning;
using PromptLab.Planner.Prompts;
using PromptLab.Plugins.Tools;
#if SEMANTIC_KERNEL
using PromptLab.SemanticKernel;
#endif

namespace PromptLab.Benchmarks.Planning;

/// <summary>A whole turn of each planner that is built in: two replies of a model that takes no time, and one call of a tool that takes none.</summary>
public class PlannerBenchmarks
{
    private const string Tool = "performance_summary";

    private BenchmarkHost host = null!;
    private ServiceProvider services = null!;
    private HttpClient connections = null!;
    private IPlanner planner = null!;
    private PlannerTurn turn = null!;
    private PlannerTurn turnOverHttp = null!;

    public static IEnumerable<string> Planners => Build("").GetServices<BuiltInPlanner>().Select(planner => planner.Name);

    [ParamsSource(nameof(Planners))]
    public string Planner { get; set; } = "";

    [Params(0, 20)]
    public int EarlierMessages { get; set; }

    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => CleanupAsync().GetAwaiter().GetResult();

    [Benchmark]
    public Task<int> Turn() => RunAsync(turn);

    [Benchmark]
    public Task<int> Turn_with_an_openai_server() => RunAsync(turnOverHttp);

    private async Task<int> RunAsync(PlannerTurn of)
    {
        var output = new UnreadOutput();
        var result = await planner.RunAsync(of, output, CancellationToken.None);
        return result.OutputTokens == 36 ? output.Characters : throw new InvalidOperationException("The turn did not take two replies.");
    }

    private async Task SetupAsync()
    {
        host = await BenchmarkHost.StartAsync();
        services = Build(Planner, [.. host.Tools.All.Select(tool => new InstantTool(tool.Descriptor))]);
        planner = services.GetRequiredService<IPlanner>();
        connections = new HttpClient(new InstantServer(Tool));
        var provider = new ProviderOptions { Kind = ModelKind.OpenAi, Model = "gpt-fake", BaseAddress = new("http://127.0.0.1/v1") };
        var connect = services.GetKeyedService<OpenAiConnector>(Planner) ?? ((settings, http) => new OpenAiChatClient(settings, http));
        turn = Turn(new InstantModel(Tool));
        turnOverHttp = Turn(new GuardedChatClient(connect(provider, connections), provider, TimeProvider.System));
    }

    private async Task CleanupAsync()
    {
        connections.Dispose();
        await services.DisposeAsync();
        await host.DisposeAsync();
    }

    private PlannerTurn Turn(IChatClient client) => new(
        host.Services.GetRequiredService<PromptLibrary>().Get("agent", "benchmark"), ConversationState.Empty,
        [.. Enumerable.Range(0, EarlierMessages).Select(i => new PlannerMessage(i % 2 == 0, "top landing pages for Summer Promo in Germany last month"))],
        "why so few clicks?", new ChatModel("fake", "gpt-fake", client, null), BenchmarkHost.Context("why so few clicks?"), 8, 60_000);

    private static ServiceProvider Build(string planner, params ITool[] tools)
    {
        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Planner:Kind", planner)]).Build())
            .AddLogging().AddSingleton(new ToolCatalogue(tools)).AddPlanner();
#if SEMANTIC_KERNEL
        services.AddSemanticKernelPlanner();
#endif
        return services.BuildServiceProvider();
    }
}
