using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.LandingPages;

/// <summary>An offer URL as lists and look-ups send it.</summary>
internal sealed record LandingPagePayload(
    int NetworkOfferUrlId, int NetworkOfferId, string Name, string DestinationUrl, LandingPageStatus UrlStatus, long TimeCreated, long TimeSaved)
{
    public int NetworkId { get; } = NetworkPayload.Id;
    public string PreviewUrl => DestinationUrl.Split('?')[0];
    public IReadOnlyList<int> NetworkAffiliateIds { get; } = [];
    public bool IsApplySpecificAffiliates { get; }
    public bool IsHiddenAffiliate { get; }

    public static LandingPagePayload Of(LandingPage page) =>
        new(page.Id, page.OfferId, page.Name, page.DestinationUrl, page.Status, UnixTime.Of(page.Created), UnixTime.Of(page.Created));
}
