using PromptLab.Workflows.Countries;
using PromptLab.Workflows.Dates;

namespace PromptLab.Workflows.TopOffers;

/// <summary>A ranking of the network's offers.</summary>
/// <param name="Country">Null for all countries.</param>
/// <param name="MinConversions">Offers with fewer are left out.</param>
public sealed record TopOffersRequest(Country? Country, DateRange Range, OfferSortKey SortBy, int Top, int MinConversions)
{
    public const int DefaultDays = 30;
    public const int DefaultTop = 10;
}
