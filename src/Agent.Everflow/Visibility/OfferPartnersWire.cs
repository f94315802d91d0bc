namespace PromptLab.Everflow.Visibility;

internal sealed class OfferPartnersWire
{
    public int NetworkOfferId { get; set; }

    public int[]? NetworkAffiliateVisibleIds { get; set; }

    public int[]? NetworkAffiliateHiddenIds { get; set; }

    public int[]? NetworkAffiliateRejectedIds { get; set; }

    /// <summary>A reply without any of the lists would read as "nobody is refused", so it counts as malformed.</summary>
    public OfferPartners ToOfferPartners()
    {
        if (NetworkOfferId == 0 || (NetworkAffiliateVisibleIds ?? NetworkAffiliateHiddenIds ?? NetworkAffiliateRejectedIds) is null)
            throw new System.Text.Json.JsonException("The reply has no visibility lists.");

        return new(NetworkOfferId, Set(NetworkAffiliateVisibleIds), Set(NetworkAffiliateHiddenIds), Set(NetworkAffiliateRejectedIds));
    }

    private static HashSet<int> Set(int[]? ids) => [.. ids ?? []];
}

internal sealed class PartnerVisibilityWire
{
    public required int[] NetworkOfferIds { get; set; }

    public required string VisibilityType { get; set; }
}
