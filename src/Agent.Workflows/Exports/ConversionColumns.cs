using System.Collections.Frozen;
using System.Globalization;
using static PromptLab.Workflows.Exports.ConversionColumn;

namespace PromptLab.Workflows.Exports;

/// <summary>The columns of row-level reports by the names that people know them by.</summary>
internal static class ConversionColumns
{
    private static readonly FrozenDictionary<string, ConversionColumn[]> ByName = new Dictionary<string, ConversionColumn[]>
    {
        ["offer"] = [Number("offer_id", ConversionField.OfferId), Text("offer", ConversionField.OfferName)],
        ["partner"] = [Number("partner_id", ConversionField.PartnerId), Text("partner", ConversionField.PartnerName)],
        ["advertiser"] = [Number("advertiser_id", ConversionField.AdvertiserId), Text("advertiser", ConversionField.AdvertiserName)],
        ["landing_page"] = [Number("landing_page_id", ConversionField.LandingPageId), Text("landing_page", ConversionField.LandingPageName)],
        ["country"] = [Text("country", ConversionField.Country)],
        ["region"] = [Text("region", ConversionField.Region)],
        ["city"] = [Text("city", ConversionField.City)],
        ["date"] = [Text("date", ConversionField.Date)],
        ["click_date"] = [Text("click_date", ConversionField.ClickDate)],
        ["status"] = [Text("status", ConversionField.Status), Made("throttled", false, line => line.IsThrottled ? "yes" : "no")],
        ["event"] = [Text("event", ConversionField.Event)],
        ["payout"] = [Number("payout", ConversionField.Payout)],
        ["revenue"] = [Number("revenue", ConversionField.Revenue)],
        ["profit"] = [Made("profit", true, line => (line.Revenue - line.Payout).ToString(CultureInfo.InvariantCulture))],
        ["currency"] = [Text("currency", ConversionField.Currency)],
        ["sale_amount"] = [Number("sale_amount", ConversionField.SaleAmount)],
        ["sub1"] = [Text("sub1", ConversionField.Sub1)],
        ["sub2"] = [Text("sub2", ConversionField.Sub2)],
        ["sub3"] = [Text("sub3", ConversionField.Sub3)],
        ["sub4"] = [Text("sub4", ConversionField.Sub4)],
        ["sub5"] = [Text("sub5", ConversionField.Sub5)],
        ["source_id"] = [Text("source_id", ConversionField.SourceId)],
        ["transaction_id"] = [Text("transaction_id", ConversionField.TransactionId)],
        ["conversion_id"] = [Text("conversion_id", ConversionField.ConversionId)],
        ["order_id"] = [Text("order_id", ConversionField.OrderId)],
        ["coupon_code"] = [Text("coupon_code", ConversionField.CouponCode)],
        ["error_code"] = [Number("error_code", ConversionField.ErrorCode)],
        ["error_message"] = [Text("error_message", ConversionField.ErrorMessage)],
        ["delta"] = [Made("click_to_conversion_seconds", true, line => line.Seconds()?.ToString(CultureInfo.InvariantCulture) ?? "")],
        ["ip"] = [Text("conversion_ip", ConversionField.ConversionIp)],
        ["click_ip"] = [Text("click_ip", ConversionField.ClickIp)],
        ["device"] = [Text("device", ConversionField.DeviceType)],
        ["platform"] = [Text("platform", ConversionField.Platform)],
        ["browser"] = [Text("browser", ConversionField.Browser)],
        ["isp"] = [Text("isp", ConversionField.Isp)],
        ["referer"] = [Text("referer", ConversionField.Referer)],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] OfConversions =
    [
        "date", "conversion_id", "status", "event", "offer", "partner", "advertiser", "landing_page", "country", "region", "city", "payout",
        "revenue", "sale_amount", "currency", "sub1", "sub2", "sub3", "sub4", "sub5", "source_id", "transaction_id", "click_date", "delta",
        "error_code", "error_message", "order_id", "coupon_code", "ip", "click_ip", "device", "platform", "browser", "isp", "referer",
    ];

    private static readonly string[] OfFraud =
    [
        "date", "conversion_id", "status", "error_code", "error_message", "partner", "offer", "country", "sub1", "sub2", "sub3", "source_id",
        "delta", "click_date", "click_ip", "ip", "event", "payout", "revenue", "currency", "transaction_id", "device", "browser",
    ];

    private static readonly string[] OfScrub =
        ["date", "conversion_id", "sub1", "sub2", "sub3", "partner", "offer", "payout", "revenue", "currency", "status", "error_code", "event", "country"];

    public static bool Has(string name) => ByName.ContainsKey(name);

    /// <param name="asked">Canonical names; empty for the report's own.</param>
    public static IReadOnlyList<ConversionColumn> Of(ReportType type, IReadOnlyList<string> asked)
    {
        var names = asked.Where(Has).ToArray();
        return [.. (names.Length > 0 ? names : Usual(type)).SelectMany(name => ByName[name])];
    }

    private static string[] Usual(ReportType type) => type switch
    {
        ReportType.Fraud => OfFraud,
        ReportType.Scrub => OfScrub,
        _ => OfConversions,
    };
}
