using System.Text.Json;
using PromptLab.Everflow.Wire;

namespace PromptLab.Everflow.Conversions;

internal sealed class ConversionWire
{
    public string? ConversionId { get; set; }

    public long ConversionUnixTimestamp { get; set; }

    public long ClickUnixTimestamp { get; set; }

    public string? TransactionId { get; set; }

    public string? Status { get; set; }

    public bool IsScrub { get; set; }

    public int ErrorCode { get; set; }

    public string? ErrorMessage { get; set; }

    public string? Event { get; set; }

    public bool IsEvent { get; set; }

    public bool IsViewThrough { get; set; }

    public string? PayoutType { get; set; }

    public string? RevenueType { get; set; }

    public decimal Payout { get; set; }

    public decimal Revenue { get; set; }

    public decimal SaleAmount { get; set; }

    public string? CurrencyId { get; set; }

    public string? OrderId { get; set; }

    public string? CouponCode { get; set; }

    public string? Sub1 { get; set; }

    public string? Sub2 { get; set; }

    public string? Sub3 { get; set; }

    public string? Sub4 { get; set; }

    public string? Sub5 { get; set; }

    public string? SourceId { get; set; }

    public string? SessionUserIp { get; set; }

    public string? ConversionUserIp { get; set; }

    public string? Country { get; set; }

    public string? Region { get; set; }

    public string? City { get; set; }

    public string? Isp { get; set; }

    public string? DeviceType { get; set; }

    public string? Platform { get; set; }

    public string? Browser { get; set; }

    public string? HttpUserAgent { get; set; }

    public string? Referer { get; set; }

    public ConversionRelationsWire? Relationship { get; set; }

    public Conversion ToConversion() => new()
    {
        Id = ConversionId is { Length: > 0 } id ? id : throw new JsonException("A conversion has no id."),
        ConvertedAt = WireText.Time(ConversionUnixTimestamp) ?? throw new JsonException("A conversion has no time."),
        ClickedAt = WireText.Time(ClickUnixTimestamp),
        TransactionId = TransactionId ?? "",
        Status = StatusOf(Status),
        IsScrubbed = IsScrub,
        ErrorCode = ErrorCode,
        ErrorMessage = ErrorMessage ?? "",
        Event = Event ?? "",
        IsEvent = IsEvent,
        IsViewThrough = IsViewThrough,
        PayoutType = PayoutType ?? "",
        RevenueType = RevenueType ?? "",
        Payout = Payout,
        Revenue = Revenue,
        SaleAmount = SaleAmount,
        CurrencyId = CurrencyId ?? "",
        OfferId = Relationship?.Offer?.NetworkOfferId ?? 0,
        OfferName = Relationship?.Offer?.Name ?? "",
        PartnerId = Relationship?.Affiliate?.NetworkAffiliateId ?? 0,
        PartnerName = Relationship?.Affiliate?.Name ?? "",
        AdvertiserId = Relationship?.Advertiser?.NetworkAdvertiserId ?? 0,
        AdvertiserName = Relationship?.Advertiser?.Name ?? "",
        LandingPageId = Relationship?.OfferUrl?.NetworkOfferUrlId ?? 0,
        LandingPageName = Relationship?.OfferUrl?.Name ?? "",
        Subs = [Sub1 ?? "", Sub2 ?? "", Sub3 ?? "", Sub4 ?? "", Sub5 ?? ""],
        SourceId = SourceId ?? "",
        OrderId = OrderId ?? "",
        CouponCode = CouponCode ?? "",
        ClickIp = SessionUserIp ?? "",
        ConversionIp = ConversionUserIp ?? "",
        Country = Country ?? "",
        Region = Region ?? "",
        City = City ?? "",
        Isp = Isp ?? "",
        DeviceType = DeviceType ?? "",
        Platform = Platform ?? "",
        Browser = Browser ?? "",
        UserAgent = HttpUserAgent ?? "",
        Referer = Referer ?? "",
    };

    private static ConversionStatus StatusOf(string? text) => text switch
    {
        "approved" => ConversionStatus.Approved,
        "pending" => ConversionStatus.Pending,
        "rejected" => ConversionStatus.Rejected,
        "invalid" => ConversionStatus.Invalid,
        _ => ConversionStatus.Unknown,
    };
}
