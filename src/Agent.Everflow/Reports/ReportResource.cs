namespace PromptLab.Everflow.Reports;

/// <summary>Filter types that the API is known to honour.</summary>
public static class ReportResource
{
    public const string Offer = "offer";
    public const string Partner = "affiliate";
    public const string Advertiser = "advertiser";
    public const string Country = "country";
    public const string Label = "label";
    public const string LandingPage = "offer_url";

    /// <summary>Row-level reports only: approved, pending, rejected or invalid.</summary>
    public const string Status = "status";
}
