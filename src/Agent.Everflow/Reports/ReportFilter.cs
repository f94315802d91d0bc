namespace PromptLab.Everflow.Reports;

/// <summary>One condition of a report; see <see cref="ReportResource"/> for the types.</summary>
/// <param name="ResourceType">What is compared, such as <c>offer</c>. The API ignores types it does not know.</param>
/// <param name="Value">An id as text, a country's English name, a label's text, a sub id, a conversion status.</param>
public sealed record ReportFilter(string ResourceType, string Value)
{
    public static ReportFilter Offer(int id) => new(ReportResource.Offer, Text(id));

    public static ReportFilter Partner(int id) => new(ReportResource.Partner, Text(id));

    public static ReportFilter Advertiser(int id) => new(ReportResource.Advertiser, Text(id));

    /// <summary>By the country's English name, not its code: that is what the API compares.</summary>
    public static ReportFilter Country(string name) => new(ReportResource.Country, name);

    public static ReportFilter Label(string label) => new(ReportResource.Label, label);

    private static string Text(int id) => id.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
