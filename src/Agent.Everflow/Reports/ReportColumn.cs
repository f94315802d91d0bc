namespace PromptLab.Everflow.Reports;

/// <summary>Columns that reports are grouped by, with their API names.</summary>
public static class ReportColumn
{
    public const string Offer = "offer";
    public const string Partner = "affiliate";
    public const string Advertiser = "advertiser";
    public const string Country = "country";

    /// <summary>Traffic to an offer's own destination has the id <c>0</c>.</summary>
    public const string LandingPage = "offer_url";

    /// <summary>The cell's id is the day's midnight as Unix seconds.</summary>
    public const string Date = "date";

    internal static readonly string[] Times = ["hour", Date, "week", "month", "year", "unix_timestamp"];

    /// <summary>The names met most; a reply repeats them in every row, so they are not allocated each time.</summary>
    internal static readonly string[] Known =
    [
        Offer, Partner, Advertiser, Country, LandingPage, "country_code", "offer_group", "campaign", "creative", "event_name",
        "region", "city", "device_type", "platform", "browser", "os_version", "isp", "carrier", "language", "source_id",
        "sub1", "sub2", "sub3", "sub4", "sub5", "affiliate_manager", "account_manager", "category", "offer_status", .. Times,
    ];
}
