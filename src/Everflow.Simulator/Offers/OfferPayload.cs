using PromptLab.Simulator.Visibility;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Offers;

/// <summary>An offer as lists and look-ups send it.</summary>
internal sealed record OfferPayload(
    int NetworkOfferId,
    int NetworkAdvertiserId,
    string Name,
    int NetworkCategoryId,
    string DestinationUrl,
    OfferStatus OfferStatus,
    string CurrencyId,
    OfferVisibility Visibility,
    bool IsUseScrubRate,
    int ScrubRatePercentage,
    long TimeCreated,
    long TimeSaved,
    OfferRelationship Relationship)
{
    public int NetworkId { get; } = NetworkPayload.Id;
    public int NetworkOfferGroupId { get; }
    public string ThumbnailUrl { get; } = "";
    public string InternalNotes { get; } = "";
    public string ServerSideUrl { get; } = "";
    public string PreviewUrl => DestinationUrl.Split('?')[0];
    public int CapsTimezoneId { get; } = NetworkPayload.TimeZoneId;
    public string ProjectId { get; } = "";
    public string DateLiveUntil { get; } = "";
    public string HtmlDescription { get; } = "";
    public bool IsCapsEnabled { get; }
    public int DailyConversionCap { get; }
    public int WeeklyConversionCap { get; }
    public int MonthlyConversionCap { get; }
    public int GlobalConversionCap { get; }
    public string RedirectMode { get; } = "standard";
    public bool IsMustApproveConversion { get; }
    public bool IsAllowDuplicateConversion { get; }
    public bool IsDuplicateFilterEnabled { get; } = true;
    public string DuplicateFilterTargetingAction { get; } = "unknown";
    public int NetworkTrackingDomainId { get; } = 1;
    public bool IsUseSecureLink { get; } = true;
    public bool IsAllowDeepLink { get; }
    public bool IsSessionTrackingEnabled { get; } = true;
    public int SessionTrackingLifespanHour { get; } = 720;
    public bool IsFailTrafficEnabled { get; }
    public string RedirectRoutingMethod { get; } = "internal";
    public string ConversionMethod { get; } = "server_postback";
    public bool IsWhitelistCheckEnabled { get; }
    public string ScrubRateStatus { get; } = "rejected";
    public string SessionDefinition { get; } = "cookie";
    public int SessionDuration { get; } = 24;
    public string AppIdentifier { get; } = "";
    public bool IsUseDirectLinking { get; }
    public bool IsEmailAttributionEnabled { get; }
    public string AttributionMethod { get; } = "last_touch";
    public bool IsSoftCap { get; }
}

internal sealed record OfferRelationship(
    EntryList<string> Labels,
    CategoryPayload Category,
    EntryList<PayoutRevenuePayload> PayoutRevenue,
    AdvertiserSummary? Advertiser,
    VisibilityPayload? Visibility,
    EntryList<LandingPages.LandingPagePayload>? Urls);

internal sealed record CategoryPayload(int NetworkCategoryId, string Name)
{
    public int NetworkId { get; } = NetworkPayload.Id;
    public string Status { get; } = "active";
}

internal sealed record AdvertiserSummary(int NetworkAdvertiserId, string Name)
{
    public int NetworkId { get; } = NetworkPayload.Id;
    public string AccountStatus { get; } = "active";
}

/// <summary>Prices in whole units of the offer's currency; percentages for offers that pay shares of a sale.</summary>
internal sealed record PayoutRevenuePayload(
    int NetworkOfferPayoutRevenueId,
    string EntryName,
    string PayoutType,
    decimal PayoutAmount,
    int PayoutPercentage,
    string RevenueType,
    decimal RevenueAmount,
    int RevenuePercentage,
    bool IsDefault)
{
    public bool IsPrivate { get; }
}
