using PromptLab.Planner.Confirmations;
using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Replies;
using PromptLab.Planner.Offline.Slots;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Entities;

namespace PromptLab.Planner.Offline.Turns;

/// <summary>What a message is when it asks for no tool: help, politeness, a yes to nothing, or too little to go on.</summary>
internal static class Outcomes
{
    /// <summary>Help, thanks and greetings.</summary>
    public static Decision? Polite(MessageReading reading) =>
        reading.Has(Concept.Capability, Concept.Help) ? ReplyTexts.Help
        : reading.Has(Concept.Greeting) ? ReplyTexts.Greeting
        : reading.Has(Concept.Thanks, Concept.Bye, Concept.Chat) ? ReplyTexts.Thanks
        : null;

    /// <summary>Nothing but politeness, whatever day it wishes to be nice.</summary>
    public static bool IsPleasantry(MessageReading reading, Frame change) =>
        reading.Has(Concept.Greeting, Concept.Bye, Concept.Capability) && !reading.Has(Concept.Continue, Concept.That, Concept.Only)
        && !reading.Has(Concept.Same, Concept.Again) && change.HoldsOnly("date_range", "date", "analysis_days");

    /// <summary>A plain yes or no that nothing waits for.</summary>
    public static Decision? Unasked(MessageReading reading) =>
        ConfirmationWords.Read(reading.Text) == Confirmation.Neither || reading.Has(Concept.Thanks, Concept.Greeting, Concept.Bye, Concept.Chat)
            ? null
            : ReplyTexts.NothingToConfirm;

    /// <summary>What is asked back, by what was recognised.</summary>
    public static Decision Ask(MessageReading reading) =>
        Names(reading, EntityKind.Offer) ? ReplyTexts.WhichOffer
        : Names(reading, EntityKind.Partner) ? ReplyTexts.WhichPartner
        : reading.Has(Concept.Data, Concept.Show, Concept.Report) ? ReplyTexts.WhichData
        : ReplyTexts.Unclear;

    private static bool Names(MessageReading reading, EntityKind kind) => reading.Mentions.Any(mention => !mention.IsLoose && mention.MayBe(kind));
}
