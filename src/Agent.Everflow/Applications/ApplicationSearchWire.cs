using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Applications;

internal sealed class ApplicationSearchWire
{
    public EmptyWire[] SearchTerms { get; set; } = [];

    public required ApplicationFiltersWire Filters { get; set; }

    public static ApplicationSearchWire Of(ApplicationQuery query) => new()
    {
        Filters = new()
        {
            NetworkAffiliateIds = query.PartnerId is { } partner ? [partner] : null,
            NetworkOfferIds = query.OfferId is { } offer ? [offer] : null,
            ApplicationStatus = ApplicationWire.StatusName(query.Status),
        },
    };
}

internal sealed class ApplicationFiltersWire
{
    public int[]? NetworkAffiliateIds { get; set; }

    public int[]? NetworkOfferIds { get; set; }

    public string? ApplicationStatus { get; set; }
}
