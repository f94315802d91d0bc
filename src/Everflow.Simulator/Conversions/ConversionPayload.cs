using PromptLab.Simulator.Offers;
using PromptLab.Simulator.Partners;
using PromptLab.Simulator.Traffic;

namespace PromptLab.Simulator.Conversions;

/// <summary>A conversion or event as the raw reports send it. Times are Unix seconds, amounts in the offer's currency.</summary>
internal sealed record ConversionPayload
{
    public required string ConversionId { get; init; }
    public required long ConversionUnixTimestamp { get; init; }
    public required long ClickUnixTimestamp { get; init; }
    public required string TransactionId { get; init; }
    public required ConversionStatus Status { get; init; }
    public required bool IsScrub { get; init; }
    public required int ErrorCode { get; init; }
    public required string ErrorMessage { get; init; }
    public required string Event { get; init; }
    public required bool IsEvent { get; init; }
    public bool IsViewThrough { get; }
    public required string PayoutType { get; init; }
    public required string RevenueType { get; init; }
    public required decimal Payout { get; init; }
    public required decimal Revenue { get; init; }
    public required decimal SaleAmount { get; init; }
    public required string CurrencyId { get; init; }
    public required string OrderId { get; init; }
    public string CouponCode { get; } = "";
    public string Email { get; } = "";
    public string Notes { get; } = "";
    public required string Sub1 { get; init; }
    public required string Sub2 { get; init; }
    public required string Sub3 { get; init; }
    public required string Sub4 { get; init; }
    public required string Sub5 { get; init; }
    public required string SourceId { get; init; }
    public string Adv1 { get; } = "";
    public string Adv2 { get; } = "";
    public string Adv3 { get; } = "";
    public string Adv4 { get; } = "";
    public string Adv5 { get; } = "";
    public required string SessionUserIp { get; init; }
    public required string ConversionUserIp { get; init; }
    public required string Country { get; init; }
    public required string Region { get; init; }
    public required string City { get; init; }
    public int Dma { get; }
    public required string Carrier { get; init; }
    public required string Isp { get; init; }
    public required string Platform { get; init; }
    public required string OsVersion { get; init; }
    public required string DeviceType { get; init; }
    public required string DeviceModel { get; init; }
    public required string Brand { get; init; }
    public required string Browser { get; init; }
    public required string Language { get; init; }
    public required string HttpUserAgent { get; init; }
    public string Referer { get; } = "";
    public required string Url { get; init; }
    public string AppId { get; } = "";
    public string Idfa { get; } = "";
    public string IdfaMd5 { get; } = "";
    public string IdfaSha1 { get; } = "";
    public string GoogleAdId { get; } = "";
    public string AndroidId { get; } = "";
    public int PreviousNetworkOfferId { get; }
    public required int NetworkOfferPayoutRevenueId { get; init; }
    public required ConversionRelationship Relationship { get; init; }
}

internal sealed record ConversionRelationship(
    ConversionOffer Offer,
    AdvertiserSummary Advertiser,
    ManagerPayload AccountManager,
    ConversionPartner Affiliate,
    ManagerPayload AffiliateManager,
    IReadOnlyDictionary<string, string> QueryParameters,
    ConversionPage OfferUrl)
{
    public string AttributionMethod { get; } = "last_touch";
    public IReadOnlyList<object> OrderLineItems { get; } = [];
    public int EventsCount { get; }
}

internal sealed record ConversionOffer(int NetworkOfferId, string Name, OfferStatus OfferStatus)
{
    public int NetworkId { get; } = NetworkPayload.Id;
}

internal sealed record ConversionPartner(int NetworkAffiliateId, string Name, PartnerStatus AccountStatus)
{
    public int NetworkId { get; } = NetworkPayload.Id;
}

internal sealed record ConversionPage(int NetworkOfferUrlId, string Name)
{
    public int NetworkId { get; } = NetworkPayload.Id;
}
