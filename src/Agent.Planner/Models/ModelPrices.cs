using Microsoft.Extensions.AI;

namespace PromptLab.Planner.Models;

/// <summary>What a million tokens cost, in the currency the operator reckons in.</summary>
public sealed record ModelPrices(decimal InputPerMillion, decimal OutputPerMillion)
{
    private const decimal Million = 1_000_000m;

    public decimal Cost(UsageDetails usage) => Cost(usage.InputTokenCount ?? 0, usage.OutputTokenCount ?? 0);

    public decimal Cost(long inputTokens, long outputTokens) =>
        (inputTokens * InputPerMillion + outputTokens * OutputPerMillion) / Million;
}
