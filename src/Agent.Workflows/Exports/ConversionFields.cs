namespace PromptLab.Workflows.Exports;

/// <summary>The names that Everflow's conversion file has for the fields.</summary>
internal static class ConversionFields
{
    /// <summary>The id is the last one: a row that was cut off has none or a broken one.</summary>
    public static readonly string[] Names =
    [
        "conversion_status", "date", "click_date", "delta_hours", "network_offer_id", "network_offer_name", "network_affiliate_id",
        "network_affiliate_name", "network_advertiser_id", "network_advertiser_name", "network_offer_url_id", "offer_url", "event_name",
        "payout", "revenue", "sale_amount", "currency_id", "is_scrub", "error_code", "error_message", "country", "region", "city",
        "sub1", "sub2", "sub3", "sub4", "sub5", "source_id", "transaction_id", "order_id", "coupon_code", "conversion_user_ip",
        "session_user_ip", "device_type", "platform", "browser", "isp", "referer", "conversion_id",
    ];
}
