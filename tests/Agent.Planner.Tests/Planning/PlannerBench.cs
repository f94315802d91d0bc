using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Models;
using PromptLab.Planner.Planning;
using PromptLab.Planner.Prompts;
using PromptLab.Plugins.Tools;
using PromptLab.Testing.Models;

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
        };
        foreach (var provider in (string[])["scripted", "second"])
        {
            values[$"Models:Providers:{provider}:Kind"] = kind;
            values[$"Models:Providers:{provider}:BaseAddress"] = model.BaseAddress.ToString();
            values[$"Models:Providers:{provider}:Model"] = "scripted-1";
            values[$"Models:Providers:{provider}:Retries"] = "0";
        }

        foreach (var (setting, value) in settings)
        {
            values[setting] = value;
        }

        _services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(values).Build())
            .AddLogging().AddModels().AddSingleton(new ToolCatalogue([Read, Write])).AddPlanners()
            .BuildServiceProvider();
        Write.Answer = subject => Task.FromResult<ToolOutcome>(ScriptedTool.Proposes(subject));
    }

    public ScriptedModel Model { get; }

    public PromptVersion Prompt { get; set; } = PromptOf("You are a test.", PromptSettings.None);

    public IReadOnlyList<PlannerMessage> History { get; set; } = [];

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
            new PlannerTurn(Prompt, state ?? ConversationState.Empty, History, message, model, context, maxToolCalls, 50_000), Output, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Model.DisposeAsync();
    }
}
