namespace PromptLab.Everflow.TrackingLinks;

internal sealed class TrackingLinkRequestWire
{
    public required int NetworkOfferId { get; set; }

    public required int NetworkAffiliateId { get; set; }

    public int? NetworkOfferUrlId { get; set; }

    public string? SourceId { get; set; }

    public string? Sub1 { get; set; }

    public string? Sub2 { get; set; }

    public string? Sub3 { get; set; }

    public string? Sub4 { get; set; }

    public string? Sub5 { get; set; }

    public static TrackingLinkRequestWire Of(TrackingLinkRequest request) => new()
    {
        NetworkOfferId = request.OfferId,
        NetworkAffiliateId = request.PartnerId,
        NetworkOfferUrlId = request.LandingPageId,
        SourceId = request.SourceId,
        Sub1 = request.Sub1,
        Sub2 = request.Sub2,
        Sub3 = request.Sub3,
        Sub4 = request.Sub4,
        Sub5 = request.Sub5,
    };
}

internal sealed class TrackingLinkWire
{
    public string? Url { get; set; }

    /// <summary>The link goes out to partners, so anything but an absolute web address counts as malformed.</summary>
    public string ToLink() =>
        Uri.TryCreate(Url, UriKind.Absolute, out var link) && (link.Scheme == Uri.UriSchemeHttps || link.Scheme == Uri.UriSchemeHttp)
            ? Url!
            : throw new System.Text.Json.JsonException("The reply has no link.");
}
