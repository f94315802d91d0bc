using Anthropic;
using Anthropic.Core;
using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Models.Anthropic;

/// <summary>Anthropic's messages through the official SDK's own <see cref="IChatClient"/>.</summary>
internal static class AnthropicModel
{
    private const int DefaultMaxOutputTokens = 4096;

    // Time limits are kept above; the SDK's own must only be longer than any of them.
    private static readonly TimeSpan LongestReply = TimeSpan.FromHours(1);

    public static IChatClient Create(ProviderOptions provider, HttpClient http)
    {
        var options = new ClientOptions
        {
            HttpClient = http,
            // Without a key the SDK would look for credentials of its own in the environment and the user's profile.
            ApiKey = string.IsNullOrWhiteSpace(provider.ApiKey) ? "none" : provider.ApiKey,
            BaseUrl = (provider.BaseAddress?.AbsoluteUri ?? EnvironmentUrl.Production).TrimEnd('/'),
            MaxRetries = 0,
            Timeout = LongestReply,
        };
        return new AnthropicClient(options).AsIChatClient(provider.Model, provider.MaxOutputTokens ?? DefaultMaxOutputTokens);
    }
}
