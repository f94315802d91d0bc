using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.PausedPartners;

/// <summary>What a check found.</summary>
/// <param name="Partners">All over the threshold, the largest drop first; empty when there is none.</param>
/// <param name="IsComplete">False when the API left rows out.</param>
public sealed record PausedPartnerCheckResult(DateRange Now, DateRange Before, IReadOnlyList<PausedPartner> Partners, bool IsComplete)
{
    /// <summary>How many of them are listed and explained; the rest is counted.</summary>
    public const int MostListed = 10;

    public decimal LostRevenue { get; } = Partners.Sum(partner => partner.Drop.LostRevenue);
}
