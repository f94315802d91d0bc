using System.ClientModel;
using System.ClientModel.Primitives;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using OpenAI;
using OpenAI.Chat;
using PromptLab.Planner.Models;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace PromptLab.Benchmarks.Models;

/// <summary>One streamed model call that ends in a tool call: the shipped prompt and tools out, the reply in over loopback HTTP.</summary>
public class ModelCallBenchmarks
{
    private const string Question = "Which landing page is best for Summer Promo in Germany last month?";

    private readonly LoopbackModel server = new();
    private BenchmarkHost host = null!;
    private string prompt = null!;
    private BareModelCall bare = null!;
    private IChatClient configured = null!;
    private ChatOptions options = null!;
    private ChatClient sdk = null!;
    private IReadOnlyList<ChatTool> sdkTools = null!;

    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    private async Task SetupAsync()
    {
        host = await BenchmarkHost.StartAsync(server.BaseAddress);
        prompt = host.SystemPrompt;
        var tools = host.Declarations;
        bare = new(server.BaseAddress, prompt, tools);
        configured = host.Services.GetRequiredService<ModelRegistry>().Get("loopback").Client;
        options = new() { Tools = [.. tools] };
        sdk = new("gpt-fake", new ApiKeyCredential("key"), new OpenAIClientOptions
        {
            Endpoint = server.BaseAddress,
            RetryPolicy = new ClientRetryPolicy(0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        });
        sdkTools = [.. tools.Select(t => ChatTool.CreateFunctionTool(t.Name, t.Description, BinaryData.FromString(t.JsonSchema.GetRawText())))];
    }

    [GlobalCleanup]
    public void Cleanup() => CleanupAsync().GetAwaiter().GetResult();

    private async Task CleanupAsync()
    {
        bare.Dispose();
        await host.DisposeAsync();
        server.Dispose();
    }

    /// <summary>What the platform allows: HttpClient and a JSON reader; no settings, errors or time limits.</summary>
    [Benchmark(Baseline = true)]
    public Task<int> HttpClient_alone() => bare.RunAsync(Question);

    /// <summary>The configured model as the planner asks it.</summary>
    [Benchmark]
    public async Task<int> Configured_model()
    {
        var calls = 0;
        ChatMessage[] messages = [new(ChatRole.System, prompt), new(ChatRole.User, Question)];
        await foreach (var update in configured.GetStreamingResponseAsync(messages, options))
        {
            calls += update.Contents.Count(c => c is FunctionCallContent);
        }

        return calls == 1 ? calls : throw new InvalidOperationException("No tool call came.");
    }

    /// <summary>The SDK's own typed streaming.</summary>
    [Benchmark]
    public async Task<int> Sdk_typed_streaming()
    {
        var completion = new ChatCompletionOptions();
        foreach (var tool in sdkTools)
        {
            completion.Tools.Add(tool);
        }

        var pieces = 0;
        await foreach (var update in sdk.CompleteChatStreamingAsync([new SystemChatMessage(prompt), new UserChatMessage(Question)], completion))
        {
            pieces += update.ToolCallUpdates.Count;
        }

        return pieces > 0 ? pieces : throw new InvalidOperationException("No tool call came.");
    }
}
