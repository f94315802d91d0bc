#if SEMANTIC_KERNEL
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Benchmarks.Planning;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Models;
using PromptLab.Planner.Models.OpenAi;
using PromptLab.Planner.Planning;
using PromptLab.Planner.Prompts;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Tests.Planning;

/// <summary>What Semantic Kernel costs beside our own loop: two replies of a server that takes no time, one call, and as many tools as there are.</summary>
public sealed class PlannerCostTests
{
    private const int Tools = 20;

    private static readonly JsonElement Schema = JsonElement.Parse(new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(Enumerable.Range(0, 8).Select(number => KeyValuePair.Create<string, JsonNode?>(
            number == 0 ? "commentary" : $"argument_{number}",
            new JsonObject { ["type"] = number == 0 ? "boolean" : "string", ["description"] = "What the person said about it." }))),
    }.ToJsonString());

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    public async Task A_turn_through_its_connector_takes_at_most_150_kib_more(int earlierMessages)
    {
        var own = await AllocatedAsync("extensions-ai", earlierMessages);

        var semanticKernel = await AllocatedAsync("semantic-kernel", earlierMessages);

        ((semanticKernel - own) / 1024).ShouldBeInRange(0, 150);
    }

    /// <summary>Bytes of a turn when everything has been run before.</summary>
    private static async Task<long> AllocatedAsync(string planner, int earlierMessages)
    {
        var tools = Enumerable.Range(0, Tools).Select(number => new InstantTool(Described($"tool_{number}"))).ToArray();
        await using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("Planner:Kind", planner)]).Build())
            .AddLogging().AddSingleton(new ToolCatalogue(tools)).AddPlanners().BuildServiceProvider();
        using var connections = new HttpClient(new InstantServer(tools[0].Descriptor.Name));
        var provider = new ProviderOptions { Kind = ModelKind.OpenAi, Model = "scripted-1", BaseAddress = new("http://127.0.0.1/v1") };
        var connect = services.GetKeyedService<OpenAiConnector>(planner) ?? ((settings, http) => new OpenAiChatClient(settings, http));
        var model = new ChatModel("scripted", "scripted-1", new GuardedChatClient(connect(provider, connections), provider, TimeProvider.System), null);
        var least = long.MaxValue;
        for (var turn = 0; turn < 20; turn++)
        {
            var output = new RecordedOutput();
            var before = GC.GetAllocatedBytesForCurrentThread();
            var running = services.GetRequiredService<IPlanner>().RunAsync(Turn(model, output, earlierMessages), output, CancellationToken.None);
            // Nothing is waited for, or it would have been done by another thread.
            running.IsCompleted.ShouldBeTrue();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
            (await running).OutputTokens.ShouldBe(36);
            output.Shown.ShouldBe("42 clicks\nFew clicks, because the page was changed.\n");
        }

        return least;
    }

    private static PlannerTurn Turn(ChatModel model, RecordedOutput output, int earlierMessages) => new(
        PlannerBench.PromptOf("You are a test.", PromptSettings.None), ConversationState.Empty,
        [.. Enumerable.Range(0, earlierMessages).Select(number => new PlannerMessage(number % 2 == 0, "top landing pages for Summer Promo in Germany last month"))],
        "why so few clicks?", model, new ToolContext("anna", Guid.Empty, Guid.Empty, "why so few clicks?", output), 8, 60_000);

    /// <summary>With about as many arguments as ours have.</summary>
    private static ToolDescriptor Described(string name) => new(name, "A tool of a test that takes a few arguments.", Schema, ToolEffect.Read);
}
#endif
