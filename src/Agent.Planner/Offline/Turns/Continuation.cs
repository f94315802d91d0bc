using PromptLab.Planner.Confirmations;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Offline.Intents;
using PromptLab.Planner.Offline.Names;
using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Replies;
using PromptLab.Planner.Offline.Slots;
using PromptLab.Planner.Offline.State;
using PromptLab.Planner.Offline.Vocabulary;

namespace PromptLab.Planner.Offline.Turns;

/// <summary>Messages that go on with something: an answer to a question, a change of what is pending, a follow-up.</summary>
internal sealed class Continuation(NameFinder names, DateOnly today, IReadOnlyDictionary<string, ToolShape> tools)
{
    private const int ClearRequest = 8;
    private const int ClearCue = 7;
    private const int ShortAnswer = 6;

    private static readonly string[] Limits = ["min_conversions", "click_threshold", "drop_threshold"];

    /// <summary>Null when the message stands alone.</summary>
    public Decision? Decide(MessageReading reading, Intent? intent, ConversationView view)
    {
        if (view.Base is not { } earlier)
        {
            return view.IsAwaitingAnswer ? null : Outcomes.Unasked(reading);
        }

        var isAnswer = view.IsAwaitingAnswer && view.Pending is null;
        if (!isAnswer && Outcomes.Unasked(reading) is { } unasked)
        {
            return unasked;
        }

        if (!tools.TryGetValue(earlier.Tool, out var tool))
        {
            return intent is { } asked && earlier.Tool.Length == 0 ? Merge(tools[asked.Tool], earlier, reading, view) : null;
        }

        var change = Read(tool, reading, view.IsAwaitingAnswer, earlier);
        return isAnswer ? Answer(change, reading, intent, earlier, view)
            : intent is { } request && !(request.Tool == earlier.Tool && view.Pending is not null) ? FollowUpOn(request, tool, reading, earlier, view)
            : Change(change, reading, earlier, view);
    }

    private Decision? Answer(Frame change, MessageReading reading, Intent? intent, SettledCall earlier, ConversationView view)
    {
        var isFilling = change.Tool.Required.Any(argument => change.Has(argument) && !earlier.Args.ContainsKey(argument));
        if (intent is { } request && request.Tool != earlier.Tool && !(isFilling && (reading.Words.Count <= ShortAnswer || request.Weight < ClearRequest)))
        {
            return null;
        }

        if (ConfirmationWords.Read(reading.Text) == Confirmation.No || (reading.Has(Concept.Chat, Concept.Bye) && change.IsEmpty))
        {
            return ReplyTexts.Dropped;
        }

        return change.IsEmpty && Outcomes.Polite(reading) is { } polite ? polite : Merge(change.Tool, earlier, reading, view);
    }

    /// <summary>A message that asks for a tool, possibly with what was settled before.</summary>
    private Decision? FollowUpOn(Intent request, ToolShape earlierTool, MessageReading reading, SettledCall earlier, ConversationView view)
    {
        var asked = tools[request.Tool];
        return FollowsUp(asked, request.Weight, reading, earlier)
            ? Merge(SaysMoreTo(earlierTool, asked, reading, earlier) ? earlierTool : asked, earlier, reading, view)
            : null;
    }

    /// <summary>A message that asks for no tool and so changes the earlier call, if it says anything about it.</summary>
    private Decision? Change(Frame change, MessageReading reading, SettledCall earlier, ConversationView view)
    {
        var repeats = view.Pending is null && (reading.Has(Concept.Same, Concept.Again) || (change.Takes("variables") && FollowUp.Continues(reading)));
        var saysNothing = change.IsEmpty && !repeats;
        if (!saysNothing && !Outcomes.IsPleasantry(reading, change))
        {
            return Merge(change.Tool, earlier, reading, view);
        }

        return view.Pending is not null && Outcomes.Polite(reading) is null ? ReplyTexts.StillPending : null;
    }

    private bool FollowsUp(ToolShape tool, int weight, MessageReading reading, SettledCall earlier)
    {
        if (FollowUp.Continues(reading) || (tool.Name == earlier.Tool && weight < ClearCue) || (tool.Name == "tracking_link" && FollowUp.PointsAtShown(reading, earlier)))
        {
            return true;
        }

        return tool.Name is not ("tracking_link" or "find_offers" or "find_partners")
            && Read(tool, reading, false, null).Missing.Any(argument => earlier.Args.ContainsKey(argument));
    }

    /// <summary>"Give me an overview, conversions above 5" goes on with the landing pages: a summary has no such minimum.</summary>
    private bool SaysMoreTo(ToolShape tool, ToolShape asked, MessageReading reading, SettledCall earlier) =>
        Limits.Any(limit => tool.Arguments.Contains(limit) && !asked.Arguments.Contains(limit) && Read(tool, reading, false, earlier).Has(limit));

    private Decision Merge(ToolShape tool, SettledCall earlier, MessageReading reading, ConversationView view)
    {
        var frame = Read(tool, reading, view.IsAwaitingAnswer, earlier);
        if (tool.Name == earlier.Tool && frame.Takes("variables"))
        {
            VariableChange.Apply(frame, earlier, reading, today);
        }

        FollowUp.TakeOver(frame, earlier, view, reading, () => ShownPage.Find(view, names, today));
        return CallCheck.Finish(frame, reading);
    }

    private Frame Read(ToolShape tool, MessageReading reading, bool isAnswer, SettledCall? earlier) =>
        SlotReader.Read(tool, reading, today, isAnswer, argument => tool.Required.Contains(argument) && earlier?.Args.ContainsKey(argument) != true);
}
