using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Planner.Models;
using PromptLab.Planner.Tests.Planning;
using PromptLab.Testing.Models;
using PromptLab.Testing.Time;

namespace PromptLab.Planner.Tests.Models;

/// <summary>The registered models over scripted providers, with a clock that stands still.</summary>
internal sealed class ModelFixture : IAsyncDisposable
{
    private const string SemanticKernel = "semantic-kernel";

    private static readonly string[] OpenAi =
    [
        "openai",
#if SEMANTIC_KERNEL
        SemanticKernel,
#endif
    ];

    private readonly ServiceProvider services;

    private ModelFixture(ScriptedModel server, ServiceProvider services, ManualTimeProvider clock)
    {
        Server = server;
        Clock = clock;
        this.services = services;
    }

    public ScriptedModel Server { get; }

    public ManualTimeProvider Clock { get; }

    public ModelRegistry Registry => services.GetRequiredService<ModelRegistry>();

    /// <summary>Every way to speak to an OpenAI-compatible server: our own, and Semantic Kernel's connector where it is built in.</summary>
    public static TheoryData<string> OpenAiKinds => [.. OpenAi];

    public static TheoryData<string> Kinds => [.. OpenAi, "anthropic"];

    /// <summary>The model alone, without a stand-in, as the planner is given it.</summary>
    public IChatClient Client => Registry.GetForPlannerWithoutFallback("test").Client;

    public static Task<ModelFixture> OpenAiAsync(params (string Setting, string Value)[] settings) => StartAsync("openai", settings);

    public static Task<ModelFixture> AnthropicAsync(params (string Setting, string Value)[] settings) => StartAsync("anthropic", settings);

    public static async Task<ModelFixture> StartAsync(string kind, params (string Setting, string Value)[] settings)
    {
        ScriptedModel server = kind == "anthropic" ? await ScriptedAnthropic.StartAsync() : await ScriptedOpenAi.StartAsync();
        var clock = new ManualTimeProvider();
        var values = new Dictionary<string, string?>
        {
            ["Planner:Kind"] = kind == SemanticKernel ? SemanticKernel : "extensions-ai",
            ["Models:Providers:test:Kind"] = kind == "anthropic" ? "anthropic" : "openai",
            ["Models:Providers:test:Model"] = "model-1",
            ["Models:Providers:test:ApiKey"] = "secret",
            ["Models:Providers:test:BaseAddress"] = server.BaseAddress.AbsoluteUri,
            ["Models:Providers:test:Retries"] = "0",
        };
        foreach (var (setting, value) in settings)
        {
            values[$"Models:Providers:test:{setting}"] = value;
        }

        return new(server, Services(values, clock), clock);
    }

    public static ServiceProvider Services(IEnumerable<KeyValuePair<string, string?>> settings, TimeProvider? time = null) =>
        new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddLogging()
            .AddSingleton(time ?? TimeProvider.System)
            .AddModels()
            .AddPlanners()
            .AddKeyedSingleton<IChatClient, StandInClient>(ModelsOptions.Offline)
            .BuildServiceProvider();

    public async Task<List<ChatResponseUpdate>> AskAsync(ChatOptions? options = null, params ChatMessage[] messages)
    {
        var updates = new List<ChatResponseUpdate>();
        await foreach (var update in Client.GetStreamingResponseAsync(messages.Length > 0 ? messages : [new(ChatRole.User, "hello")], options))
        {
            updates.Add(update);
        }

        return updates;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        await Server.DisposeAsync();
    }
}
