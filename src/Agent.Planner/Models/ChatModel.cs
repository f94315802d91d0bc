using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Models;

/// <summary>A configured model, ready to be asked.</summary>
/// <param name="Provider">Its name in the configuration.</param>
/// <param name="Model">The model's id as the provider knows it; <c>offline</c> for the embedded planner.</param>
/// <param name="Client">Fails with <see cref="ModelException"/> only, or with cancellation by the caller.</param>
/// <param name="Prices">Null when none are configured.</param>
public sealed record ChatModel(string Provider, string Model, IChatClient Client, ModelPrices? Prices);
