namespace PromptLab.Workflows.DefaultPages;

/// <summary>What a check of one day found.</summary>
/// <param name="Partners">The most wasted clicks first; empty when nothing is over the threshold.</param>
/// <param name="IsComplete">False when the API left rows out, so that partners may be missing.</param>
public sealed record DefaultPageCheckResult(DateOnly Date, IReadOnlyList<DefaultPagePartner> Partners, bool IsComplete)
{
    public long WastedClicks { get; } = Partners.Sum(partner => partner.WastedClicks);
}
