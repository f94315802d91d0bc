using System.Text.Json.Nodes;
using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Vocabulary;

namespace PromptLab.Planner.Offline.Slots;

/// <summary>Type and columns of a report, grouping and comparison of a summary, the figure that offers are ranked by.</summary>
internal static class ReportSlots
{
    private static readonly (Concept Concept, string Type)[] Types =
    [
        (Concept.Fraud, "fraud"), (Concept.Scrub, "scrub"), (Concept.Variance, "variance"), (Concept.Conversion, "conversions"), (Concept.Stats, "stats"),
        (Concept.Performance, "stats"), (Concept.Summary, "stats"),
    ];

    private static readonly (Concept Concept, string Figure)[] Figures =
    [
        (Concept.Epc, "epc"), (Concept.Cvr, "cvr"), (Concept.Profit, "profit"), (Concept.Payout, "payout"), (Concept.Revenue, "revenue"),
        (Concept.Click, "clicks"), (Concept.Conversion, "conversions"), (Concept.Traffic, "clicks"), (Concept.Convert, "cvr"),
    ];

    public static void Fill(Frame frame, MessageReading reading)
    {
        frame.Set("report_type", Type(reading));
        if (reading.Columns.Count > 0)
        {
            frame.Set("columns", new JsonArray([.. reading.Columns]));
        }

        frame.Set("group_by", Grouping(reading));
        frame.Set("compare", Compares(reading) ? true : null);
        if (!frame.Takes("group_by"))
        {
            frame.Set("sort_by", Figure(reading));
        }
    }

    /// <summary>Only conversions have sub ids, so asking for them without a type means those.</summary>
    public static void InferType(Frame frame)
    {
        if (!frame.Has("report_type") && frame.Arguments["columns"] is JsonArray columns
            && columns.Any(column => column!.GetValue<string>().StartsWith("sub", StringComparison.Ordinal)))
        {
            frame.Set("report_type", "conversions");
        }
    }

    private static string? Type(MessageReading reading)
    {
        return Type(reading, hit => !reading.ColumnWords.Contains(hit.At)) ?? Type(reading, _ => true);
    }

    /// <summary>"Stats with the columns clicks and conversions" are stats: names of columns count only when nothing else tells the type.</summary>
    private static string? Type(MessageReading reading, Func<ConceptHit, bool> counts)
    {
        foreach (var (concept, type) in Types)
        {
            if (Negation.Settle(reading, reading.Hits.Where(hit => hit.Concept == concept && counts(hit)), hit => hit.At).Count > 0)
            {
                return type;
            }
        }

        return null;
    }

    private static string? Figure(MessageReading reading)
    {
        foreach (var (concept, figure) in Figures)
        {
            if (reading.Has(concept))
            {
                return figure;
            }
        }

        return null;
    }

    /// <summary>"By offer", "per country"; "top geo" and "which countries" too.</summary>
    private static string? Grouping(MessageReading reading)
    {
        var by = reading.Hits.Where(hit => hit.Concept == Concept.By).ToList();
        if (by.Any(hit => Follows(reading, Concept.Offer, hit.End)))
        {
            return "offer";
        }

        if (by.Any(hit => Follows(reading, Concept.Geo, hit.End)))
        {
            return "country";
        }

        if (by.Any(hit => reading.EndsAt(Concept.Offer, hit.At)))
        {
            return "offer";
        }

        return reading.Has(Concept.Geo) && (reading.Has(Concept.Best, Concept.Most) || by.Any(hit => reading.EndsAt(Concept.Geo, hit.At))) ? "country" : null;
    }

    private static bool Follows(MessageReading reading, Concept concept, int at) =>
        reading.StartsAt(concept, at) || (at < reading.Words.Count && !reading.StartsAt(Concept.Offer, at) && !reading.StartsAt(Concept.Geo, at) && reading.StartsAt(concept, at + 1));

    private static bool Compares(MessageReading reading) => reading.Has(Concept.Compare);
}
