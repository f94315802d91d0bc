namespace PromptLab.Everflow.Conversions;

/// <summary>One conversion or event. Amounts are in the offer's own currency; the API does not convert them here.</summary>
public sealed record Conversion
{
    /// <summary>32 hexadecimal digits.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset ConvertedAt { get; init; }

    public required DateTimeOffset? ClickedAt { get; init; }

    /// <summary>The click's id.</summary>
    public required string TransactionId { get; init; }

    public required ConversionStatus Status { get; init; }

    /// <summary>Throttled: error code 1, not paid.</summary>
    public required bool IsScrubbed { get; init; }

    /// <summary>0 without an error; the list is in Everflow's help, e.g. 1 throttled, 9 manually rejected, 22 fraudulent.</summary>
    public required int ErrorCode { get; init; }

    public required string ErrorMessage { get; init; }

    /// <summary><c>Base</c> for the base conversion.</summary>
    public required string Event { get; init; }

    public required bool IsEvent { get; init; }

    public required bool IsViewThrough { get; init; }

    public required string PayoutType { get; init; }

    public required string RevenueType { get; init; }

    public required decimal Payout { get; init; }

    public required decimal Revenue { get; init; }

    public required decimal SaleAmount { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string CurrencyId { get; init; }

    public required int OfferId { get; init; }

    public required string OfferName { get; init; }

    public required int PartnerId { get; init; }

    public required string PartnerName { get; init; }

    public required int AdvertiserId { get; init; }

    public required string AdvertiserName { get; init; }

    /// <summary>0 for the offer's default page.</summary>
    public required int LandingPageId { get; init; }

    public required string LandingPageName { get; init; }

    /// <summary>sub1 to sub5, empty where not given.</summary>
    public required IReadOnlyList<string> Subs { get; init; }

    public required string SourceId { get; init; }

    public required string OrderId { get; init; }

    public required string CouponCode { get; init; }

    /// <summary>The visitor's address at the click.</summary>
    public required string ClickIp { get; init; }

    /// <summary>The address that reported the conversion: the visitor's, or the advertiser's server.</summary>
    public required string ConversionIp { get; init; }

    /// <summary>English name.</summary>
    public required string Country { get; init; }

    public required string Region { get; init; }

    public required string City { get; init; }

    public required string Isp { get; init; }

    public required string DeviceType { get; init; }

    public required string Platform { get; init; }

    public required string Browser { get; init; }

    public required string UserAgent { get; init; }

    public required string Referer { get; init; }

    /// <summary>From click to conversion; null when the click is not known.</summary>
    public TimeSpan? ClickToConversion => ConvertedAt - ClickedAt;
}
