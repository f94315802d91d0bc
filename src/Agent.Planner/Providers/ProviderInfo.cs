using PromptLab.Planner.Models;

namespace PromptLab.Planner.Providers;

/// <summary>A configured provider, without its key and address.</summary>
/// <param name="Model">The configured model.</param>
/// <param name="Prices">Null when none are configured.</param>
public sealed record ProviderInfo(string Name, ModelKind Kind, string Model, bool IsDefault, bool IsFallback, ModelPrices? Prices, ProviderState State);
