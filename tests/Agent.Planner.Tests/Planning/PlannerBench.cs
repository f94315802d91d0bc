using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Models;
using PromptLab.Planner.Planning;
using PromptLab.Planner.Planning.ExtensionsAi;
using PromptLab.Plugins.Tools;
using PromptLab.Testing.Models;

namespace PromptLab.Planner.Tests.Planning;

/// <summary>A planner over a scripted model and two tools of its own.</summary>
internal sealed class PlannerBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ExtensionsAiPlanner _planner;

    private PlannerBench(ScriptedOpenAi model)
    {
        Model = model;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Models:Default"] = "scripted",
            ["Models:Fallback"] = "",
            ["Models:Providers:scripted:Kind"] = "openai",
            ["Models:Providers:scripted:BaseAddress"] = model.BaseAddress.ToString(),
            ["Models:Providers:scripted:Model"] = "gpt-scripted",
            ["Models:Providers:scripted:Retries"] = "0",
        }).Build();
        _services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddLogging().AddModels().BuildServiceProvider();
        var catalogue = new ToolCatalogue([Read, Write]);
        _planner = new ExtensionsAiPlanner(catalogue, new ToolInvoker(catalogue, TimeProvider.System, NullLogger<ToolInvoker>.Instance));
    }

    public ScriptedOpenAi Model { get; }

    public ScriptedTool Read { get; } = new("read_figures", ToolEffect.Read);

    public ScriptedTool Write { get; } = new("write_link", ToolEffect.Write);

    public RecordedOutput Output { get; } = new();

    public static async Task<PlannerBench> StartAsync() => new(await ScriptedOpenAi.StartAsync());

    public Task<PlannerResult> RunAsync(string message, ConversationState? state = null, int maxToolCalls = 8, CancellationToken cancellationToken = default)
    {
        var context = new ToolContext("anna", Guid.NewGuid(), Guid.NewGuid(), message, Output);
        return _planner.RunAsync(
            new PlannerTurn("You are a test.", state ?? ConversationState.Empty, [], message, _services.GetRequiredService<ModelRegistry>().Get(), context, maxToolCalls, 50_000),
            Output, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Model.DisposeAsync();
    }
}
