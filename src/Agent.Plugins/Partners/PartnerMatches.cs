using PromptLab.Workflows.Entities;

namespace PromptLab.Plugins.Partners;

/// <summary>The partners that answer a name or id.</summary>
/// <param name="Matches">Best first, at most 25.</param>
/// <param name="Total">How many match altogether.</param>
/// <param name="Nearest">Without a match: what comes close.</param>
public sealed record PartnerMatches(IReadOnlyList<PartnerMatch> Matches, int Total, IReadOnlyList<RankedEntity> Nearest);
