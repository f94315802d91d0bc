using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Planner.Models;

namespace PromptLab.Benchmarks.Planning;

/// <summary>How long the built-in planner takes to find the tool and its arguments, with the simulated network's names in the cache.</summary>
public class OfflinePlanningBenchmarks
{
    private BenchmarkHost host = null!;
    private IChatClient planner = null!;
    private ChatOptions options = null!;

    [Params("which landing page is best for Summer Promo in Germany last month?", "pause it")]
    public string Message { get; set; } = "";

    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => host.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark]
    public Task<ChatResponse> Route() => planner.GetResponseAsync([new(ChatRole.System, host.SystemPrompt), new(ChatRole.User, Message)], options);

    private async Task SetupAsync()
    {
        host = await BenchmarkHost.StartAsync();
        planner = host.Services.GetRequiredKeyedService<IChatClient>(ModelsOptions.Offline);
        options = new ChatOptions { Tools = [.. host.Declarations] };
        await Route();
    }
}
