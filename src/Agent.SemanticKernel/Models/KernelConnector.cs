using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using PromptLab.Planner.Models;
using PromptLab.Planner.Models.OpenAi;

namespace PromptLab.SemanticKernel.Models;

/// <summary>OpenAI-compatible servers through Semantic Kernel's own connector.</summary>
internal static class KernelConnector
{
    public static IChatClient Connect(ProviderOptions provider, HttpClient connections) =>
        new ConnectorChatClient(
            new OpenAIChatCompletionService(provider.Model!, OpenAiServer.Connect(provider, connections, new WholeReplyPolicy())), new ConnectorSettings(provider));
}
