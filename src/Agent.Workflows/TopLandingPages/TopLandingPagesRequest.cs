using PromptLab.Workflows.Countries;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.TopLandingPages;

/// <summary>Which landing page of an offer converts best.</summary>
/// <param name="Country">Null for all countries.</param>
/// <param name="MinConversions">Pages with fewer are left out of the ranking.</param>
public sealed record TopLandingPagesRequest(
    int OfferId,
    string OfferName,
    Country? Country,
    DateRange Range,
    int MinConversions,
    int Top,
    IReadOnlyList<LandingPageMetric> Metrics)
{
    public const int DefaultDays = 30;
    public const int DefaultMinConversions = 20;
    public const int DefaultTop = 3;
}
