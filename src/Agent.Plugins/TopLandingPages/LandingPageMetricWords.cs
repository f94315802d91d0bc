using System.Text.Json.Nodes;
using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Workflows.TopLandingPages;

namespace PromptLab.Plugins.TopLandingPages;

/// <summary>The extra columns of a landing page ranking.</summary>
internal static class LandingPageMetricWords
{
    private static readonly WordArgument Words = new(
        ["epc", "earnings per click", "payout per click"],
        ["rpc", "revenue per click"],
        ["payout", "commission", "cost"],
        ["revenue", "rev", "income", "turnover"],
        ["profit", "margin"]);

    // Always shown, so asking for them changes nothing.
    private static readonly WordArgument Shown = new(["cvr", "cr", "conversion rate"], ["clicks", "traffic"], ["conversions", "convs", "cv"]);

    public static IReadOnlyList<LandingPageMetric> Read(RequestDraft draft)
    {
        var metrics = new List<string>();
        foreach (var said in ListArgument.Read(draft, "metrics"))
        {
            if (Words.Find(said) is { } metric)
            {
                metrics.Add(metric);
            }
            else if (Shown.Find(said) is null)
            {
                draft.Note($"Left out, because no such figure exists: {MarkdownText.Escape(said)}.");
            }
        }

        string[] distinct = [.. metrics.Distinct()];
        if (distinct.Length > 0)
        {
            draft.Settle("metrics", new JsonArray([.. distinct]));
        }

        return [.. distinct.Select(metric => Enum.Parse<LandingPageMetric>(metric, ignoreCase: true))];
    }
}
