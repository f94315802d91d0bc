using PromptLab.Workflows.Entities;

namespace PromptLab.Workflows.DefaultPages;

/// <summary>A partner with traffic over the threshold.</summary>
/// <param name="Traffic">The most clicks first.</param>
public sealed record DefaultPagePartner(NamedEntity Partner, IReadOnlyList<DefaultPageTraffic> Traffic)
{
    public long WastedClicks { get; } = Traffic.Sum(traffic => traffic.Clicks);

    /// <summary>The meaning of most of the clicks first.</summary>
    public IReadOnlyList<DefaultPageMeaning> Meanings { get; } =
        [.. Traffic.GroupBy(traffic => traffic.Meaning).OrderByDescending(group => group.Sum(traffic => traffic.Clicks)).Select(group => group.Key)];
}
