using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using PromptLab.Planner.Models;
using PromptLab.Planner.Models.OpenAi;

namespace PromptLab.SemanticKernel.Models;

/// <summary>What a request asks of the connector: the caller's options, and where they say nothing the provider's configuration.</summary>
internal sealed class ConnectorSettings(ProviderOptions provider)
{
    private readonly string _maxTokens = OpenAiServer.MaxTokensName(provider);
    private Advertised _advertised = new([], null);

    public OpenAIPromptExecutionSettings For(ChatOptions? options) => new()
    {
        Temperature = options?.Temperature ?? provider.Temperature,
        TopP = options?.TopP,
        StopSequences = options?.StopSequences,
        // The SDK knows the new name of the limit only.
        ExtraBody = (options?.MaxOutputTokens ?? provider.MaxOutputTokens) is { } limit ? new Dictionary<string, object?> { [_maxTokens] = limit } : null,
        FunctionChoiceBehavior = Advertise(options?.Tools ?? []),
    };

    /// <summary>Turn after turn the tools are the same.</summary>
    private FunctionChoiceBehavior? Advertise(IList<AITool> tools)
    {
        var advertised = _advertised;
        if (!advertised.Tools.SequenceEqual(tools, ReferenceEqualityComparer.Instance))
        {
            _advertised = advertised = new([.. tools], Choice(tools));
        }

        return advertised.Choice;
    }

    private static FunctionChoiceBehavior? Choice(IList<AITool> tools) => tools.Count == 0 ? null : FunctionChoiceBehavior.Auto(
        tools.OfType<AIFunctionDeclaration>().Select(function => new Declared(function).AsKernelFunction()), autoInvoke: false, new() { RetainArgumentTypes = true });

    /// <summary>The connector takes functions, but only tells of them.</summary>
    private sealed class Declared(AIFunctionDeclaration declaration) : AIFunction
    {
        public override string Name => declaration.Name;

        public override string Description => declaration.Description;

        public override JsonElement JsonSchema => declaration.JsonSchema;

        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) =>
            throw new NotSupportedException($"{Name} is only declared here.");
    }

    private sealed record Advertised(AITool[] Tools, FunctionChoiceBehavior? Choice);
}
