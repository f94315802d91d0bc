using PromptLab.Workflows.Entities;

namespace PromptLab.Workflows.DefaultPages;

/// <summary>Traffic that ends on default landing pages.</summary>
/// <param name="ClickThreshold">Reported are rows (landing page × partner × offer) with more clicks than this.</param>
public sealed record DefaultPageCheckRequest(DateOnly Date, int ClickThreshold)
{
    public const int DefaultClickThreshold = 50;

    public static readonly IReadOnlyList<string> DefaultKeywords = ["default", "fallback"];

    /// <summary>Besides an offer's own destination a page counts whose name contains one of these, in any case.</summary>
    public IReadOnlyList<string> Keywords { get; init; } = DefaultKeywords;

    /// <summary>Ids of partners that are left out.</summary>
    public IReadOnlyList<int> ExcludedPartners { get; init; } = [];

    /// <summary>Ids of offers that are left out.</summary>
    public IReadOnlyList<int> ExcludedOffers { get; init; } = [];

    /// <summary>Whole names of landing pages that are left out, in any case.</summary>
    public IReadOnlyList<string> ExcludedLandingPages { get; init; } = [];

    internal bool Counts(NamedEntity page) =>
        (page.Id == 0 || Keywords.Any(keyword => page.Name.Contains(keyword, StringComparison.OrdinalIgnoreCase)))
        && !ExcludedLandingPages.Contains(page.Name, StringComparer.OrdinalIgnoreCase);

    internal bool Counts(NamedEntity partner, NamedEntity offer, NamedEntity page) =>
        Counts(page) && !ExcludedPartners.Contains(partner.Id) && !ExcludedOffers.Contains(offer.Id);
}
