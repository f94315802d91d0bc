using PromptLab.Planner.Confirmations;
using PromptLab.Planner.Offline.Intents;
using PromptLab.Planner.Offline.Names;
using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Refusals;
using PromptLab.Planner.Offline.Replies;
using PromptLab.Planner.Offline.Slots;
using PromptLab.Planner.Offline.State;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Entities;

namespace PromptLab.Planner.Offline.Turns;

/// <summary>Decides what a message asks for, given what the conversation has settled.</summary>
internal sealed class TurnPlanner(NameFinder names, DateOnly today, IReadOnlyDictionary<string, ToolShape> tools)
{
    private const int ClearRequest = 8;
    private const int ClearCue = 7;
    private const int ShortAnswer = 6;

    private static readonly string[] Limits = ["min_conversions", "click_threshold", "drop_threshold"];

    public Decision Plan(string text, ConversationView view)
    {
        var whole = Read(text, view);
        var reading = whole;
        if (RefusalRules.Find(whole) is { Count: > 0 } refusals)
        {
            if (RefusedClauses.Without(whole, refusals) is not { } rest)
            {
                return ReplyTexts.Refuse(refusals.Min(refusal => refusal.Topic));
            }

            reading = rest;
        }

        reading = StoryFilter.Apply(AsideFilter.Apply(reading));
        var intent = IntentRules.Best(reading.Concepts(), tools.ContainsKey);
        return Continue(reading, intent, view) ?? Begin(reading, intent, view);
    }

    /// <summary>The call that a message leads to, as far as it is known; for messages that were answered with a question.</summary>
    public EarlierCall? Understand(string text, ConversationView view)
    {
        if (Plan(text, view) is Decision.Call call)
        {
            return new EarlierCall(call.Tool, call.Arguments);
        }

        var every = new ToolShape("", tools.Values.SelectMany(tool => tool.Arguments).ToHashSet(), []);
        var frame = SlotReader.Read(every with { Arguments = every.Arguments.Except(["query", "name", "content", "variables", "template", "pipeline"]).ToHashSet() },
            StoryFilter.Apply(Read(text, view)), today, false, _ => false);
        return new EarlierCall("", frame.Arguments);
    }

    private MessageReading Read(string text, ConversationView view) =>
        new MessageReader(names, today).Read(text, view.EarlierRange(today), view.Base?.Tool is "run_template" or "run_pipeline", ExpectsName(view));

    private bool ExpectsName(ConversationView view) =>
        view is { IsAwaitingAnswer: true, Open: { } open } && tools.TryGetValue(open.Tool, out var tool)
        && tool.Required.Any(argument => argument is "partner" or "offer" && !open.Arguments.ContainsKey(argument));

    /// <summary>An answer, a change of what is pending, or a follow-up; null when the message stands alone.</summary>
    private Decision? Continue(MessageReading reading, Intent? intent, ConversationView view)
    {
        if (view.Base is not { } earlier)
        {
            return view.IsAwaitingAnswer || view.Last is not null ? null : Unasked(reading);
        }

        if (Unasked(reading) is not null && !(view.IsAwaitingAnswer && view.Pending is null))
        {
            return ReplyTexts.NothingToConfirm;
        }

        if (!tools.TryGetValue(earlier.Tool, out var tool))
        {
            return intent is { } asked && earlier.Tool.Length == 0 ? Merge(tools[asked.Tool], earlier, reading, view) : null;
        }

        var change = ReadFor(tool, reading, view.IsAwaitingAnswer, earlier);
        if (view.IsAwaitingAnswer && view.Pending is null)
        {
            return Answer(change, reading, intent, earlier, view);
        }

        if (intent is { } request && !(request.Tool == earlier.Tool && view.Pending is not null))
        {
            return !FollowsUp(tools[request.Tool], request.Weight, reading, earlier) ? null
                : Merge(SaysMoreTo(tool, tools[request.Tool], reading, earlier) ? tool : tools[request.Tool], earlier, reading, view);
        }

        if (IsPleasantry(reading, change) || (change.IsEmpty && !reading.Has(Concept.Same, Concept.Again) && !(change.Takes("variables") && FollowUp.Continues(reading))))
        {
            return view.Pending is not null && Outcome(reading) is null ? ReplyTexts.StillPending : null;
        }

        return Merge(tool, earlier, reading, view);
    }

    private Decision? Answer(Frame change, MessageReading reading, Intent? intent, EarlierCall earlier, ConversationView view)
    {
        var isFilling = change.Tool.Required.Any(argument => change.Has(argument) && !earlier.Arguments.ContainsKey(argument));
        var isOther = intent is { } request && request.Tool != earlier.Tool && !(isFilling && (reading.Words.Count <= ShortAnswer || request.Weight < ClearRequest));
        if (isOther)
        {
            return null;
        }

        return ConfirmationWords.Read(reading.Text) == Confirmation.No || reading.Has(Concept.Chat, Concept.Bye) && change.IsEmpty ? ReplyTexts.Dropped
            : change.IsEmpty && Outcome(reading) is { } outcome ? outcome
            : Merge(change.Tool, earlier, reading, view);
    }

    private bool FollowsUp(ToolShape tool, int weight, MessageReading reading, EarlierCall earlier)
    {
        if (FollowUp.Continues(reading) || (tool.Name == earlier.Tool && weight < ClearCue))
        {
            return true;
        }

        var frame = ReadFor(tool, reading, false, null);
        return tool.Name is not ("tracking_link" or "find_offers" or "find_partners") && frame.Missing.Any(argument => earlier.Arguments.ContainsKey(argument));
    }

    /// <summary>"Give me an overview, conversions above 5" goes on with the landing pages: a summary has no such minimum.</summary>
    private bool SaysMoreTo(ToolShape tool, ToolShape asked, MessageReading reading, EarlierCall earlier) =>
        Limits.Any(limit => tool.Arguments.Contains(limit) && !asked.Arguments.Contains(limit) && ReadFor(tool, reading, false, earlier).Has(limit));

    private Decision Merge(ToolShape tool, EarlierCall earlier, MessageReading reading, ConversationView view)
    {
        var frame = ReadFor(tool, reading, view.IsAwaitingAnswer, earlier);
        if (tool.Name == earlier.Tool && frame.Takes("variables"))
        {
            VariableChange.Apply(frame, earlier, reading, today);
        }

        FollowUp.TakeOver(frame, earlier, view, reading, ShownPage(view));
        return Finish(frame, reading);
    }

    private Decision Begin(MessageReading reading, Intent? intent, ConversationView view)
    {
        if (intent is { } request)
        {
            var frame = ReadFor(tools[request.Tool], reading, false, null);
            var isGeneral = reading.Has(Concept.Capability) || (reading.Has(Concept.Help) && request.Weight < ClearRequest);
            return isGeneral && frame.IsEmpty ? ReplyTexts.Help : Finish(frame, reading);
        }

        return Outcome(reading) ?? Unasked(reading) ?? Ask(reading);
    }

    private Frame ReadFor(ToolShape tool, MessageReading reading, bool isAnswer, EarlierCall? earlier) =>
        SlotReader.Read(tool, reading, today, isAnswer, argument => tool.Required.Contains(argument) && earlier?.Arguments.ContainsKey(argument) != true);

    private static Decision Finish(Frame frame, MessageReading reading)
    {
        ReportSlots.InferType(frame);
        if (frame.Takes("country") && frame.Tool.Name != "performance_summary" && FilterSlots.Countries(reading) is { Count: > 1 } countries)
        {
            return ReplyTexts.OneCountry(countries);
        }

        if (frame.Tool.Name == "tracking_link" && NamesSeveral(reading))
        {
            return ReplyTexts.OneAtATime;
        }

        return frame.Takes("top_n") && reading.Has(Concept.Worst) && !reading.Has(Concept.Best)
            ? ReplyTexts.TopOnly
            : new Decision.Call(frame.Tool.Name, frame.Arguments);
    }

    private static bool NamesSeveral(MessageReading reading) =>
        Negation.Names(reading)
            .Where(mention => !mention.IsLoose && mention.MayBe(EntityKind.Partner) && !mention.MayBe(EntityKind.Offer))
            .GroupBy(mention => mention.Id is null)
            .Any(group => group.Select(mention => mention.Text.ToUpperInvariant()).Distinct().Count() > 1);

    private static Decision? Unasked(MessageReading reading) =>
        ConfirmationWords.Read(reading.Text) == Confirmation.Neither || reading.Has(Concept.Thanks, Concept.Greeting, Concept.Bye, Concept.Chat)
            ? null
            : ReplyTexts.NothingToConfirm;

    /// <summary>Help, thanks and greetings.</summary>
    private static Decision? Outcome(MessageReading reading) =>
        reading.Has(Concept.Capability, Concept.Help) ? ReplyTexts.Help
        : reading.Has(Concept.Greeting) ? ReplyTexts.Greeting
        : reading.Has(Concept.Thanks, Concept.Bye, Concept.Chat) ? ReplyTexts.Thanks
        : null;

    /// <summary>Nothing but politeness, whatever day it wishes to be nice.</summary>
    private static bool IsPleasantry(MessageReading reading, Frame change) =>
        reading.Has(Concept.Greeting, Concept.Bye, Concept.Capability) && !reading.Has(Concept.Continue, Concept.That, Concept.Only)
        && !reading.Has(Concept.Same, Concept.Again) && change.HoldsOnly("date_range", "date", "analysis_days");

    private static Decision Ask(MessageReading reading) =>
        reading.Mentions.Any(mention => !mention.IsLoose && mention.MayBe(EntityKind.Offer)) ? ReplyTexts.WhichOffer
        : reading.Mentions.Any(mention => !mention.IsLoose && mention.MayBe(EntityKind.Partner)) ? ReplyTexts.WhichPartner
        : reading.Has(Concept.Data, Concept.Show, Concept.Report) ? ReplyTexts.WhichData
        : ReplyTexts.Unclear;

    /// <summary>The page that the last answer put first: from the state, or named in its text.</summary>
    private int? ShownPage(ConversationView view)
    {
        if (view.Shown.TryGetValue("landing_page", out var id))
        {
            return id;
        }

        var reading = new MessageReader(names, today).Read(view.LastReply, null, false, false);
        return reading.Mentions.FirstOrDefault(mention => mention.Id is { } number && names.HasId(EntityKind.LandingPage, number))?.Id;
    }
}
