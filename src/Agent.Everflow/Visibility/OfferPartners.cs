namespace PromptLab.Everflow.Visibility;

/// <summary>The partners for whom something is set on an offer; for all others the offer's own visibility decides.</summary>
public sealed record OfferPartners(
    int OfferId,
    IReadOnlySet<int> Visible,
    IReadOnlySet<int> Hidden,
    IReadOnlySet<int> Rejected)
{
    /// <summary>What is set for a partner, or null. A refusal wins over an approval, as it does in the network.</summary>
    public PartnerVisibility? Of(int partnerId) =>
        Rejected.Contains(partnerId) ? PartnerVisibility.Rejected
        : Hidden.Contains(partnerId) ? PartnerVisibility.Hidden
        : Visible.Contains(partnerId) ? PartnerVisibility.Visible
        : null;
}
