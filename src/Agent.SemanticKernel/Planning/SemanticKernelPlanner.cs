using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using PromptLab.Planner.Planning;
using PromptLab.Plugins.Tools;
using PromptLab.SemanticKernel.Models;
using PromptLab.SemanticKernel.Prompts;

namespace PromptLab.SemanticKernel.Planning;

/// <summary>
/// Semantic Kernel's function-calling loop over the functions of the catalogue: a kernel per turn, automatic choice of functions, and our
/// policies in its filter.
/// </summary>
internal sealed class SemanticKernelPlanner(ToolCatalogue catalogue, ToolFunctions functions) : IPlanner
{
    public const string PlannerName = "semantic-kernel";

    private readonly CataloguePlugin _plugin = new(functions);
    private readonly KernelPrompts _prompts = new();
    private readonly KernelFunction _unknown = functions.Unknown.AsKernelFunction();

    public string Name => PlannerName;

    public async Task<PlannerResult> RunAsync(PlannerTurn turn, IPlannerOutput output, CancellationToken cancellationToken)
    {
        var steps = new PlannerSteps(turn, catalogue, output);
        var kernel = new Kernel(plugins: [_plugin]);
        kernel.AutoFunctionInvocationFilters.Add(new PolicyFilter(steps));
        var prompt = _prompts.Get(turn.Prompt);
        var history = History(steps.Messages(await prompt.RenderAsync(kernel, cancellationToken)));
        var chat = Loop(new ReplyReader(turn.Model.Client, steps, functions));
        await foreach (var _ in chat.GetStreamingChatMessageContentsAsync(history, prompt.Settings, kernel, cancellationToken))
        {
            // The reply was shown where it was read.
        }

        return steps.End();
    }

    private IChatCompletionService Loop(ReplyReader replies)
    {
        var client = replies.AsBuilder().UseKernelFunctionInvocation().Build();
        var loop = client.GetRequiredService<FunctionInvokingChatClient>();
        loop.AllowConcurrentInvocation = true;
        // What a tool breaks on is a result already; anything else ends the turn instead of being told to the model.
        loop.MaximumConsecutiveErrorsPerRequest = 0;
        loop.AdditionalTools = [_unknown];
        return client.AsChatCompletionService();
    }

    // The loop makes messages of these again, each with what it is said to be made of: the connector takes them from there.
    private static ChatHistory History(List<ChatMessage> messages)
    {
        var history = new ChatHistory();
        foreach (var message in messages)
        {
            var content = ConnectorHistory.Of(message);
            content.InnerContent = content;
            history.Add(content);
        }

        return history;
    }
}
