using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Models;
using PromptLab.Planner.Planning;
using PromptLab.Planner.Prompts;
using PromptLab.Plugins.Tools;
using PromptLab.Testing.Models;
#if SEMANTIC_KERNEL
using PromptLab.SemanticKernel;
#endif

namespace PromptLab.Planner.Tests.Planning;

/// <summary>A planner over a scripted model and two tools of its own.</summary>
internal sealed class PlannerBench : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private PlannerBench(string planner, string kind, ScriptedModel model, (string Setting, string Value)[] settings)
    {
        Model = model;
        var values = new Dictionary<string, string?>
        {
            ["Planner:Kind"] = planner,
            ["Models:Default"] = "scripted",
            ["Models:Fallback"] = "",
            ["Models:Providers:scripted:Kind"] = kind,
        };
        foreach (var (setting, value) in settings)
        {
            values[setting] = value;
        }

        foreach (var provider in values.Keys.Where(key => key.EndsWith(":Kind", StringComparison.Ordinal) && key.StartsWith("Models:", StringComparison.Ordinal)).ToList())
        {
            var section = provider[..^"Kind".Length];
            values[section + "BaseAddress"] = model.BaseAddress.ToString();
            values[section + "Model"] = "scripted-1";
            values.TryAdd(section + "Retries", "0");
        }

        var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddLogging().AddModels().AddSingleton(new ToolCatalogue([Read, Write])).AddPlanner();
#if SEMANTIC_KERNEL
        services.AddSemanticKernelPlanner();
#endif
        _services = services.BuildServiceProvider();
        Write.Answer = subject => Task.FromResult<ToolOutcome>(ScriptedTool.Proposes(subject));
    }

    public ScriptedModel Model { get; }

    public PromptVersion Prompt { get; set; } = PromptOf("You are a test.", PromptSettings.None);

    public ScriptedTool Read { get; } = new("read_figures", ToolEffect.Read);

    public ScriptedTool Write { get; } = new("write_link", ToolEffect.Write);

    public RecordedOutput Output { get; } = new();

    public static PromptVersion PromptOf(string template, PromptSettings settings, params PromptInput[] inputs) =>
        new("test", 1, "hash", "A test.", template, inputs, settings);

    public static async Task<PlannerBench> StartAsync(string planner, params (string Setting, string Value)[] settings) =>
        new(planner, "openai", await ScriptedOpenAi.StartAsync(), settings);

    public static async Task<PlannerBench> StartWithAnthropicAsync(string planner) => new(planner, "anthropic", await ScriptedAnthropic.StartAsync(), []);

    public Task<PlannerResult> RunAsync(string message, ConversationState? state = null, int maxToolCalls = 8, CancellationToken cancellationToken = default)
    {
        var context = new ToolContext("anna", Guid.NewGuid(), Guid.NewGuid(), message, Output);
        var model = _services.GetRequiredService<ModelRegistry>().GetForPlanner();
        return _services.GetRequiredService<IPlanner>().RunAsync(
            new PlannerTurn(Prompt, state ?? ConversationState.Empty, [], message, model, context, maxToolCalls, 50_000), Output, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Model.DisposeAsync();
    }
}
