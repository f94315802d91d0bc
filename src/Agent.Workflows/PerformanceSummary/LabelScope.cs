using PromptLab.Everflow.Labels;
using PromptLab.Everflow.Reports;

namespace PromptLab.Workflows.PerformanceSummary;

/// <summary>
/// One part of what a label covers. The API joins different filter types by "and", so what belongs to labelled advertisers,
/// labelled offers and labelled partners is asked part by part, each without what the parts before it have counted.
/// </summary>
internal sealed record LabelScope(IReadOnlyList<ReportFilter> Filters, IReadOnlyList<ReportFilter> Exclusions)
{
    /// <summary>Everything.</summary>
    public static readonly LabelScope Unlimited = new([], []);

    public static IReadOnlyList<LabelScope> Of(Label label)
    {
        var scopes = new List<LabelScope>();
        var counted = new List<ReportFilter>();
        Add(label.AdvertiserIds.Select(ReportFilter.Advertiser));
        Add(label.OfferIds.Select(ReportFilter.Offer));
        Add(label.PartnerIds.Select(ReportFilter.Partner));
        return scopes;

        void Add(IEnumerable<ReportFilter> members)
        {
            ReportFilter[] filters = [.. members];
            if (filters.Length > 0)
            {
                scopes.Add(new LabelScope(filters, [.. counted]));
                counted.AddRange(filters);
            }
        }
    }
}
