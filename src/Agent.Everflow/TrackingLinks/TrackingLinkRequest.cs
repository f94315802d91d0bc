namespace PromptLab.Everflow.TrackingLinks;

/// <summary>A click link for a partner on an offer.</summary>
/// <param name="LandingPageId">Must belong to the offer; null is the offer's default page.</param>
public sealed record TrackingLinkRequest(int PartnerId, int OfferId, int? LandingPageId = null)
{
    public string? Sub1 { get; init; }

    public string? Sub2 { get; init; }

    public string? Sub3 { get; init; }

    public string? Sub4 { get; init; }

    public string? Sub5 { get; init; }

    public string? SourceId { get; init; }
}
