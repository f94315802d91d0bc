using System.Text.Json.Nodes;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Slots;
using PromptLab.Planner.Offline.State;
using PromptLab.Planner.Offline.Vocabulary;

namespace PromptLab.Planner.Offline.Turns;

/// <summary>Whether a message goes on with an earlier call, and what it takes over from it.</summary>
internal static class FollowUp
{
    // An export needs a period; the one that the earlier answer had by default is the one that was seen.
    private static readonly Dictionary<string, string> UsualPeriods = new()
    {
        ["top_landing_pages"] = "last 30 days", ["top_offers"] = "last 30 days", ["performance_summary"] = "last 7 days",
    };

    private static readonly HashSet<string> Fillers = ["um", "uh", "er", "erm", "please", "pls", "so", "well", "quick", "question", "bitte", "graag", "ah", "oh"];

    /// <summary>"And …", "same …", "… instead", "… for that offer".</summary>
    public static bool Continues(MessageReading reading) =>
        reading.Has(Concept.That, Concept.Same, Concept.Again, Concept.Instead, Concept.Correction, Concept.There) || StartsWithContinuation(reading);

    /// <summary>The call with what the earlier one had; pages and offers that were shown are what "that page" means.</summary>
    public static void TakeOver(Frame frame, SettledCall earlier, ConversationView view, MessageReading reading, Func<JsonNode?> shownPage)
    {
        var isSameTool = frame.Tool.Name == earlier.Tool;
        if (frame.Takes("landing_page") && !frame.Has("landing_page") && !isSameTool && PointsAtPage(reading))
        {
            frame.Set("landing_page", shownPage());
        }

        if (frame.Takes("offer") && !frame.Has("offer") && !earlier.Args.ContainsKey("offer") && view.Shown.TryGetValue("offer", out var offer)
            && reading.Has(Concept.That))
        {
            frame.Set("offer", offer);
        }

        if (frame.Has("offer") && isSameTool && !frame.Has("landing_page"))
        {
            // A page belongs to its offer and does not move to another one.
            frame.Drop("landing_page");
        }

        frame.Inherit(earlier.Args, _ => true);
        CompleteExport(frame, earlier);
    }

    private static void CompleteExport(Frame frame, SettledCall earlier)
    {
        if (earlier.Tool == "view_conversions" && frame.Takes("report_type") && !frame.Has("report_type"))
        {
            frame.Set("report_type", "conversions");
        }

        if (!frame.Takes("report_type") || !UsualPeriods.TryGetValue(earlier.Tool, out var usual))
        {
            return;
        }

        if (!frame.Has("report_type"))
        {
            frame.Set("report_type", "stats");
        }

        if (!frame.Has("date_range"))
        {
            frame.Set("date_range", usual);
        }
    }

    private static bool StartsWithContinuation(MessageReading reading)
    {
        var first = 0;
        while (first < reading.Words.Count && (reading.Words[first].IsPunctuation || Fillers.Contains(reading.Words[first].Folded) || IsPleasantry(reading, first)))
        {
            first++;
        }

        return reading.StartsAt(Concept.Continue, first);
    }

    private static bool IsPleasantry(MessageReading reading, int at) =>
        !reading.StartsAt(Concept.Continue, at)
        && reading.Hits.Any(hit => hit.At <= at && at < hit.End && hit.Concept is Concept.Thanks or Concept.Greeting or Concept.Chat);

    /// <summary>"That page", "the winner", "it"; but not "that offer".</summary>
    /// <summary>"A link to the number one page" after pages were shown.</summary>
    public static bool PointsAtShown(MessageReading reading, SettledCall earlier) =>
        earlier.Tool == "top_landing_pages" && reading.Has(Concept.Page, Concept.LandingPage) && PointsAtPage(reading);

    private static bool PointsAtPage(MessageReading reading) =>
        reading.Has(Concept.Best) || (reading.Has(Concept.That) && (reading.Has(Concept.Page, Concept.LandingPage) || !reading.Has(Concept.Offer)));
}
