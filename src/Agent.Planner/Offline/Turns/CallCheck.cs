using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Replies;
using PromptLab.Planner.Offline.Slots;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Entities;

namespace PromptLab.Planner.Offline.Turns;

/// <summary>The last look at a call: what no tool can do in one go is asked back instead of being half done.</summary>
internal static class CallCheck
{
    public static Decision Finish(Frame frame, MessageReading reading)
    {
        ReportSlots.InferType(frame);
        if (frame.Takes("country") && frame.Tool.Name != "performance_summary" && FilterSlots.Countries(reading) is { Count: > 1 } countries)
        {
            return ReplyTexts.OneCountry(countries);
        }

        if (frame.Tool.Name == "tracking_link" && NamesSeveralPartners(reading))
        {
            return ReplyTexts.OneAtATime;
        }

        return frame.Takes("top_n") && reading.Has(Concept.Worst) && !reading.Has(Concept.Best)
            ? ReplyTexts.TopOnly
            : new Decision.Call(frame.Tool.Name, frame.Arguments);
    }

    /// <summary>Two ids, or two names; an id behind its own name is one partner.</summary>
    private static bool NamesSeveralPartners(MessageReading reading) =>
        Negation.Names(reading)
            .Where(mention => !mention.IsLoose && mention.MayBe(EntityKind.Partner) && !mention.MayBe(EntityKind.Offer))
            .GroupBy(mention => mention.Id is null)
            .Any(group => group.Select(mention => mention.Text.ToUpperInvariant()).Distinct().Count() > 1);
}
