namespace PromptLab.Planner.Providers;

/// <summary>How a provider is doing.</summary>
/// <param name="Health"><c>ok</c>, or the code of what is wrong: <c>rejected_key</c>, <c>rate_limited</c>, <c>unavailable</c>, <c>timeout</c> …</param>
/// <param name="Models">The models that it offers; only the configured one where it does not tell.</param>
/// <param name="CheckedAt">When it was asked.</param>
public sealed record ProviderState(string Health, IReadOnlyList<string> Models, DateTimeOffset CheckedAt)
{
    public const string Ok = "ok";
}
