using System.Text.Json;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.LandingPages;

internal sealed class LandingPageWire
{
    public int NetworkOfferUrlId { get; set; }

    public int NetworkOfferId { get; set; }

    public string? Name { get; set; }

    public string? UrlStatus { get; set; }

    public LandingPage ToLandingPage() => new(
        NetworkOfferUrlId > 0 ? NetworkOfferUrlId : throw new JsonException("A landing page has no id."),
        NetworkOfferId,
        Name ?? "",
        UrlStatus switch
        {
            "active" => LandingPageStatus.Active,
            "paused" => LandingPageStatus.Paused,
            "deleted" => LandingPageStatus.Deleted,
            _ => LandingPageStatus.Unknown,
        });
}

internal sealed class LandingPagePageWire
{
    public LandingPageWire?[]? Urls { get; set; }

    public PagingWire? Paging { get; set; }
}
