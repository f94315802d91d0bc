using PromptLab.Planner.Conversations;
using PromptLab.Planner.Offline.Alerts;
using PromptLab.Planner.Offline.Intents;
using PromptLab.Planner.Offline.Names;
using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Refusals;
using PromptLab.Planner.Offline.Replies;
using PromptLab.Planner.Offline.Schedules;
using PromptLab.Planner.Offline.Slots;
using PromptLab.Planner.Offline.State;
using PromptLab.Planner.Offline.Vocabulary;

namespace PromptLab.Planner.Offline.Turns;

/// <summary>Decides what a message asks for, given what the conversation has settled.</summary>
internal sealed class TurnPlanner(NameFinder names, DateOnly today, IReadOnlyDictionary<string, ToolShape> tools)
{
    private const int ClearRequest = 8;
    private const int FaintCue = 6;

    // Arguments that would take any words at all.
    private static readonly string[] TextArguments = ["query", "name", "content", "variables", "template", "pipeline"];

    private readonly Continuation _continuation = new(names, today, tools);

    public Decision Plan(string text, ConversationView view) =>
        (tools.ContainsKey(ScheduleReader.Tool) ? new ScheduleReader(today, PlanOnce).Read(text, view) : null) ?? PlanOnce(text, view);

    /// <summary>The call that a message leads to, as far as it is known; for messages that were answered with a question.</summary>
    public SettledCall? Understand(string text, ConversationView view)
    {
        if (Plan(text, view) is Decision.Call call)
        {
            return new SettledCall(call.Tool, call.Arguments);
        }

        // Without a tool the arguments are kept all the same: "data for offer 1001", and then "the landing pages".
        var every = tools.Values.SelectMany(tool => tool.Arguments).Except(TextArguments).ToHashSet();
        var frame = SlotReader.Read(new ToolShape("", every, []), StoryFilter.Apply(Read(text, view)), today, false, _ => false);
        return new SettledCall("", frame.Arguments);
    }

    private Decision PlanOnce(string text, ConversationView view)
    {
        if (tools.ContainsKey(AlertCommands.Tool) && AlertCommands.Read(ChosenOption.Read(text, view) ?? text, view) is { } command)
        {
            return command;
        }

        if (VersionQuestion.Read(text, view) is { } answered)
        {
            return answered;
        }

        if (ConversionPages.Read(text, view) is { } page)
        {
            return page;
        }

        var whole = Read(ChosenOption.Read(text, view) ?? text, view);
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
        if (intent is { Weight: < FaintCue } && reading.StartsAt(Concept.Thanks, 0))
        {
            // "Thanks for the report yesterday" asks for none.
            intent = null;
        }

        return _continuation.Decide(reading, intent, view) ?? Begin(reading, intent);
    }

    private MessageReading Read(string text, ConversationView view) =>
        new MessageReader(names, today).Read(text, view.EarlierRange(today), view.Base?.Tool is "run_template" or "run_pipeline", ExpectsName(view));

    private bool ExpectsName(ConversationView view) =>
        view is { IsAwaitingAnswer: true, Open: { } open } && tools.TryGetValue(open.Tool, out var tool)
        && tool.Required.Any(argument => argument is "partner" or "offer" && !open.Args.ContainsKey(argument));

    private Decision Begin(MessageReading reading, Intent? intent)
    {
        if (intent is { } request)
        {
            var tool = tools[request.Tool];
            var frame = SlotReader.Read(tool, reading, today, false, tool.Required.Contains);
            var isGeneral = reading.Has(Concept.Capability) || (reading.Has(Concept.Help) && request.Weight < ClearRequest);
            return isGeneral && frame.IsEmpty ? ReplyTexts.Help : CallCheck.Finish(frame, reading);
        }

        return Outcomes.Polite(reading) ?? Outcomes.Unasked(reading) ?? Outcomes.Ask(reading);
    }
}
