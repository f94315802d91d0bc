namespace PromptLab.Workflows.PausedPartners;

/// <summary>What carries a partner's loss; each list has the largest loss first and ends where most of it is named.</summary>
/// <param name="StoppedOffers">Those of the partner's earlier offers that were paused or deleted.</param>
public sealed record DropExplanation(
    IReadOnlyList<DropCarrier> Offers,
    IReadOnlyList<DropCarrier> LandingPages,
    IReadOnlyList<DropCarrier> Countries,
    IReadOnlyList<StoppedOffer> StoppedOffers);
