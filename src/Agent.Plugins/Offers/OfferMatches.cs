using PromptLab.Workflows.Entities;

namespace PromptLab.Plugins.Offers;

/// <summary>The offers that answer a name or id.</summary>
/// <param name="Matches">Best first, at most 25.</param>
/// <param name="Total">How many match altogether.</param>
/// <param name="Nearest">Without a match: what comes close.</param>
public sealed record OfferMatches(IReadOnlyList<OfferMatch> Matches, int Total, IReadOnlyList<RankedEntity> Nearest);
