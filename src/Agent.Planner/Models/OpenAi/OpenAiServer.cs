using System.ClientModel;
using System.ClientModel.Primitives;
using OpenAI;

namespace PromptLab.Planner.Models.OpenAi;

/// <summary>What is to be known of an OpenAI-compatible server before it is spoken to.</summary>
internal static class OpenAiServer
{
    private static readonly Uri DefaultAddress = new("https://api.openai.com/v1");

    public static Uri Address(ProviderOptions provider) => provider.BaseAddress ?? DefaultAddress;

    /// <summary>OpenAI's newer models refuse max_tokens; the servers that imitate the protocol often know nothing else.</summary>
    public static string MaxTokensName(ProviderOptions provider)
    {
        var host = Address(provider).Host;
        return host.EndsWith("openai.com", StringComparison.OrdinalIgnoreCase) || host.EndsWith("azure.com", StringComparison.OrdinalIgnoreCase)
            ? "max_completion_tokens" : "max_tokens";
    }

    /// <param name="policies">Run for every call, outermost first.</param>
    public static OpenAIClient Connect(ProviderOptions provider, HttpClient http, params ReadOnlySpan<PipelinePolicy> policies)
    {
        // A server without keys still gets a header, because the SDK cannot do without one.
        var key = new ApiKeyCredential(string.IsNullOrWhiteSpace(provider.ApiKey) ? "none" : provider.ApiKey);
        var options = new OpenAIClientOptions
        {
            Endpoint = Address(provider),
            Transport = new HttpClientPipelineTransport(http),
            // Retries and time limits are kept above, where it is known whether content was passed on.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
            ClientLoggingOptions = new() { EnableLogging = false },
            EnableDistributedTracing = false,
        };
        foreach (var policy in policies)
        {
            options.AddPolicy(policy, PipelinePosition.PerCall);
        }

        return new OpenAIClient(key, options);
    }
}
