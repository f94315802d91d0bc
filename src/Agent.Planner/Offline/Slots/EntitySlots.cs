using System.Text.Json.Nodes;
using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Entities;

namespace PromptLab.Planner.Offline.Slots;

/// <summary>Partner, offer and landing page: by the role that the words give them, by the catalogue, by the place that is left.</summary>
internal static class EntitySlots
{
    private static readonly (EntityKind Kind, string Argument)[] Slots =
        [(EntityKind.Partner, "partner"), (EntityKind.Offer, "offer"), (EntityKind.LandingPage, "landing_page")];

    /// <param name="isAnswer">The message answers a question, so that bare words are names.</param>
    /// <param name="mayGuess">Whether words that nobody knows may be a name, because the call cannot do without one.</param>
    public static void Fill(Frame frame, MessageReading reading, bool isAnswer, Func<string, bool> mayGuess)
    {
        var mentions = Negation.Names(reading);
        foreach (var (kind, argument) in Slots.Where(slot => frame.Takes(slot.Argument)))
        {
            if ((mentions.FirstOrDefault(mention => mention.Role == kind) ?? mentions.FirstOrDefault(mention => Fits(mention, kind, frame))) is { } mention)
            {
                frame.Set(argument, Value(mention));
            }
        }

        FillOpen(frame, reading, [.. mentions.Where(mention => !IsUsed(frame, mention))], isAnswer);
        foreach (var (kind, argument) in Slots.Where(slot => frame.Takes(slot.Argument) && !frame.Has(slot.Argument) && mayGuess(slot.Argument)))
        {
            frame.Set(argument, RawNames.Find(reading, kind, isAnswer));
        }

        DropGeneral(frame, reading);
    }

    private static bool Fits(Mention mention, EntityKind kind, Frame frame) =>
        mention is { IsWeak: false, Role: null } && mention.Kinds[0] == kind
        || mention is { IsWeak: false, Role: null } && mention.Kinds.Contains(kind) && !frame.Takes(Slots.First(slot => slot.Kind == mention.Kinds[0]).Argument);

    /// <summary>Ordinary words and unknown numbers take the first slot that is still open.</summary>
    private static void FillOpen(Frame frame, MessageReading reading, List<Mention> left, bool isAnswer)
    {
        foreach (var mention in left.Where(mention => mention.Role is null && (isAnswer || mention.IsFuzzy || mention.Id is not null)))
        {
            var open = Slots.Where(slot => mention.Kinds.Contains(slot.Kind) && frame.Takes(slot.Argument) && !frame.Has(slot.Argument)).ToList();
            var needed = open.FirstOrDefault(slot => frame.Tool.Required.Contains(slot.Argument)).Argument;
            if (needed is not null || (open.Count > 0 && !mention.IsFuzzy))
            {
                frame.Set(needed ?? open[0].Argument, Value(mention));
            }
        }
    }

    private static bool IsUsed(Frame frame, Mention mention) =>
        frame.Arguments.Any(argument => argument.Value is JsonValue value && value.ToString() == Value(mention).ToString());

    private static JsonNode Value(Mention mention) => mention.Id is { } id ? id : mention.Text;

    /// <summary>All partners, any offer: the filter goes.</summary>
    private static void DropGeneral(Frame frame, MessageReading reading)
    {
        foreach (var hit in reading.Hits.Where(hit => hit.Concept is Concept.All or Concept.Without))
        {
            if (reading.StartsAt(Concept.Partner, hit.End) || reading.StartsAt(Concept.Partner, hit.End + 1))
            {
                frame.Drop("partner");
            }
            else if (reading.StartsAt(Concept.Offer, hit.End) || reading.StartsAt(Concept.Offer, hit.End + 1))
            {
                frame.Drop("offer");
            }
        }
    }
}
