using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using PromptLab.Planner.Models;
using PromptLab.Planner.Models.OpenAi;

namespace PromptLab.SemanticKernel.Models;

/// <summary>What a request asks of the connector: the caller's options, and where they say nothing the provider's configuration.</summary>
internal sealed class ConnectorSettings(ProviderOptions provider)
{
    private readonly string _maxTokens = OpenAiServer.MaxTokensName(provider);
    private readonly ToolListJson _toolLists = new();
    private Told? _told;

    public OpenAIPromptExecutionSettings For(ChatOptions? options) => new()
    {
        Temperature = options?.Temperature ?? provider.Temperature,
        TopP = options?.TopP,
        StopSequences = options?.StopSequences,
        ExtraBody = ExtraBody(options),
    };

    /// <summary>
    /// The limit, of which the SDK knows the new name only, and the tools, which the connector would describe anew for every request and
    /// without what their schemas hold beside properties.
    /// </summary>
    private Dictionary<string, object?> ExtraBody(ChatOptions? options)
    {
        var body = new Dictionary<string, object?>(2);
        if ((options?.MaxOutputTokens ?? provider.MaxOutputTokens) is { } limit)
        {
            body[_maxTokens] = limit;
        }

        if (options?.Tools is { Count: > 0 } tools)
        {
            body["tools"] = Tell(tools);
        }

        return body;
    }

    private JsonElement Tell(IList<AITool> tools)
    {
        if (_told is not { } told || !ReferenceEquals(told.Tools, tools))
        {
            _told = told = new Told(tools, JsonElement.Parse(_toolLists.Get(tools)));
        }

        return told.Json;
    }

    private sealed record Told(IList<AITool> Tools, JsonElement Json);
}
