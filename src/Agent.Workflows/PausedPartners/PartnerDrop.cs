using PromptLab.Workflows.Entities;
using PromptLab.Workflows.Statistics;

namespace PromptLab.Workflows.PausedPartners;

/// <summary>A partner who earned much less than in the days before.</summary>
public sealed record PartnerDrop(NamedEntity Partner, TrafficFigures Before, TrafficFigures Now)
{
    /// <summary>−1 for a partner who vanished.</summary>
    public decimal Change => Ratio.Change(Before.Revenue, Now.Revenue) ?? 0;

    public decimal LostRevenue => Before.Revenue - Now.Revenue;

    public DropFactors Factors { get; } = DropFactors.Of(Before, Now);
}
