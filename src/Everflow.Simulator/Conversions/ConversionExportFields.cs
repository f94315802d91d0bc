using PromptLab.Simulator.Countries;
using PromptLab.Simulator.Wire;

namespace PromptLab.Simulator.Conversions;

/// <summary>The columns of a real network export in their order; those that this network has no data for stay empty.</summary>
internal static class ConversionExportFields
{
    private static readonly string[] Order =
    [
        "conversion_status", "date", "click_date", "delta_hours", "network_offer_id", "network_offer_name", "network_affiliate_id", "network_affiliate_name",
        "revenue", "payout", "conversion_user_ip", "session_user_ip", "transaction_id", "adv1", "adv2", "adv3", "adv4", "adv5", "brand", "browser", "carrier",
        "country", "device_type", "error_code", "error_message", "event_name", "email", "notes", "platform", "sub1", "sub2", "sub3", "sub5", "order_id",
        "order_number", "isp", "referer", "app_id", "dma", "network_offer_url_id", "offer_url", "attribution_method", "adv6", "adv7", "adv8", "adv9", "adv10",
        "sub6", "sub7", "sub8", "sub9", "sub10", "account_manager_id", "account_manager_name", "android_id", "android_id_md5", "android_id_sha1",
        "network_advertiser_id", "network_advertiser_name", "category_id", "category_name", "city", "conversion_id", "is_cookie_based", "country_code",
        "coupon_code", "network_offer_creative_id", "creative", "currency_id", "google_ad_id", "google_ad_id_md5", "google_ad_id_sha1", "http_user_agent",
        "idfa_md5", "idfa_sha1", "idfa", "is_event_protected", "is_scrub", "language", "network_id", "network_offer_group_id", "network_offer_group_name",
        "order_line_items", "origin", "os_version", "affiliate_manager_id", "affiliate_manager_name", "payout_type", "is_fired_pixel",
        "previous_network_offer_id", "previous_network_offer_name", "previous_transaction_id", "project_id", "region", "network_offer_payout_revenue_id",
        "revenue_type", "sale_amount", "network_campaign_id", "network_campaign_name", "source_id", "sub4", "type", "is_view_through",
    ];

    private static readonly Dictionary<string, Func<ConversionExportRow, object>> Values = new()
    {
        ["conversion_status"] = row => WireJson.Word(row.Conversion.Status),
        ["date"] = row => row.Date,
        ["click_date"] = row => row.ClickDate,
        ["delta_hours"] = row => row.DeltaHours,
        ["network_offer_id"] = row => row.Conversion.Relationship.Offer.NetworkOfferId,
        ["network_offer_name"] = row => row.Conversion.Relationship.Offer.Name,
        ["network_affiliate_id"] = row => row.Conversion.Relationship.Affiliate.NetworkAffiliateId,
        ["network_affiliate_name"] = row => row.Conversion.Relationship.Affiliate.Name,
        ["revenue"] = row => row.Conversion.Revenue,
        ["payout"] = row => row.Conversion.Payout,
        ["conversion_user_ip"] = row => row.Conversion.ConversionUserIp,
        ["session_user_ip"] = row => row.Conversion.SessionUserIp,
        ["transaction_id"] = row => row.Conversion.TransactionId,
        ["brand"] = row => row.Conversion.Brand,
        ["browser"] = row => row.Conversion.Browser,
        ["carrier"] = row => row.Conversion.Carrier,
        ["country_code"] = row => CountryList.All.FirstOrDefault(country => country.Name == row.Conversion.Country)?.Code ?? "",
        ["country"] = row => row.Conversion.Country,
        ["device_type"] = row => row.Conversion.DeviceType,
        ["error_code"] = row => row.Conversion.ErrorCode,
        ["error_message"] = row => row.Conversion.ErrorMessage,
        ["event_name"] = row => row.Conversion.Event,
        ["platform"] = row => row.Conversion.Platform,
        ["sub1"] = row => row.Conversion.Sub1,
        ["sub2"] = row => row.Conversion.Sub2,
        ["sub3"] = row => row.Conversion.Sub3,
        ["sub4"] = row => row.Conversion.Sub4,
        ["sub5"] = row => row.Conversion.Sub5,
        ["order_id"] = row => row.Conversion.OrderId,
        ["isp"] = row => row.Conversion.Isp,
        ["network_offer_url_id"] = row => row.Conversion.Relationship.OfferUrl.NetworkOfferUrlId,
        ["offer_url"] = row => row.Conversion.Relationship.OfferUrl.Name,
        ["attribution_method"] = row => row.Conversion.Relationship.AttributionMethod,
        ["account_manager_id"] = row => row.Conversion.Relationship.AccountManager.NetworkEmployeeId,
        ["account_manager_name"] = row => row.Conversion.Relationship.AccountManager.FullName,
        ["network_advertiser_id"] = row => row.Conversion.Relationship.Advertiser.NetworkAdvertiserId,
        ["network_advertiser_name"] = row => row.Conversion.Relationship.Advertiser.Name,
        ["city"] = row => row.Conversion.City,
        ["region"] = row => row.Conversion.Region,
        ["conversion_id"] = row => row.Conversion.ConversionId,
        ["currency_id"] = row => row.Conversion.CurrencyId,
        ["http_user_agent"] = row => row.Conversion.HttpUserAgent,
        ["is_scrub"] = row => row.Conversion.IsScrub,
        ["language"] = row => row.Conversion.Language,
        ["network_id"] = _ => NetworkPayload.Id,
        ["os_version"] = row => row.Conversion.OsVersion,
        ["affiliate_manager_id"] = row => row.Conversion.Relationship.AffiliateManager.NetworkEmployeeId,
        ["affiliate_manager_name"] = row => row.Conversion.Relationship.AffiliateManager.FullName,
        ["payout_type"] = row => row.Conversion.PayoutType.ToUpperInvariant(),
        ["network_offer_payout_revenue_id"] = row => row.Conversion.NetworkOfferPayoutRevenueId,
        ["revenue_type"] = row => row.Conversion.RevenueType.ToUpperInvariant(),
        ["sale_amount"] = row => row.Conversion.SaleAmount,
        ["source_id"] = row => row.Conversion.SourceId,
        ["is_view_through"] = row => row.Conversion.IsViewThrough,
    };

    private static readonly ConversionExportField[] All = [.. Order.Select(name => new ConversionExportField(name, Values.GetValueOrDefault(name, _ => "")))];

    /// <summary>The fields that a request names in <c>columns</c>, in its order; all of them when it names none that exists.</summary>
    public static IReadOnlyList<ConversionExportField> Chosen(WireBody body)
    {
        var names = body.Texts("columns").Concat(body.Objects("columns").Select(column => column.Text("column")).OfType<string>());
        var chosen = names.Distinct().Select(name => Array.Find(All, field => field.Name == name)).OfType<ConversionExportField>().ToArray();
        return chosen.Length > 0 ? chosen : All;
    }
}
