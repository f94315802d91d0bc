using PromptLab.Planner.Models;
using PromptLab.Planner.Providers;

namespace PromptLab.Host.Providers;

/// <param name="Kind"><c>offline</c>, <c>openai</c> or <c>anthropic</c>.</param>
/// <param name="Model">The configured model.</param>
/// <param name="Models">The models that it offers; only the configured one where it does not tell.</param>
/// <param name="IsFallback">Whether it answers the chat when the default one fails.</param>
/// <param name="Health"><c>ok</c>, or what is wrong: <c>rejected_key</c>, <c>rate_limited</c>, <c>unavailable</c>, <c>timeout</c> …</param>
/// <param name="Prices">Null when none are configured.</param>
public sealed record ProviderDto(
    string Name, string Kind, string Model, IReadOnlyList<string> Models, bool IsDefault, bool IsFallback, string Health, DateTimeOffset CheckedAt, ModelPrices? Prices)
{
    internal static ProviderDto Of(ProviderInfo info) => new(
        info.Name, info.Kind.ToString().ToLowerInvariant(), info.Model, info.State.Models, info.IsDefault, info.IsFallback, info.State.Health, info.State.CheckedAt, info.Prices);
}
