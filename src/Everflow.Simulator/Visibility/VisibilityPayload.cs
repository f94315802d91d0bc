namespace PromptLab.Simulator.Visibility;

/// <summary>Who has a setting of their own on an offer.</summary>
internal sealed record VisibilityPayload(
    int NetworkOfferId,
    IReadOnlyList<int> NetworkAffiliateVisibleIds,
    IReadOnlyList<int> NetworkAffiliateRejectedIds,
    IReadOnlyList<int> NetworkAffiliateHiddenIds)
{
    public int NetworkId { get; } = NetworkPayload.Id;

    public static VisibilityPayload Of(int offerId, VisibilityBook book) => new(
        offerId,
        book.PartnersOf(offerId, PartnerVisibility.Visible),
        book.PartnersOf(offerId, PartnerVisibility.Rejected),
        book.PartnersOf(offerId, PartnerVisibility.Hidden));
}
