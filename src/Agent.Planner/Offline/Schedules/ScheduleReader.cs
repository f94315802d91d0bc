using System.Text.Json.Nodes;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Offline.State;
using PromptLab.Planner.Offline.Turns;
using PromptLab.Plugins.Schedules;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Schedules;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Schedules;

/// <summary>
/// Reads requests about schedules. A repeated time is cut out of the message; what is left is planned as ever and becomes what is run
/// at that time. Everything else about repetition is left to the other rules.
/// </summary>
/// <param name="plan">Plans a message that says nothing of repetition.</param>
internal sealed class ScheduleReader(DateOnly today, Func<string, ConversationView, Decision> plan)
{
    public const string Tool = "schedule";
    private static readonly HashSet<string> Polite = ["please", "can", "could", "you", "i", "want", "to", "would", "like", "kun", "je", "bitte", "kannst", "du", "por", "favor", "puedes", "sil", "te", "vous", "plait", "svp", "now"];

    /// <summary>Null when the message is about no schedule.</summary>
    public Decision? Read(string text, ConversationView view)
    {
        var words = WordReader.Read(text).Where(word => !word.IsPunctuation).Select(word => word.Folded).ToList();
        var start = words.FindIndex(word => !Polite.Contains(word));
        if (start < 0)
        {
            return null;
        }

        return List(words, start) ?? Cancel(words, start) ?? Create(text, view) ?? Complete(text, view);
    }

    private static Decision.Call? List(List<string> words, int start) =>
        ScheduleWords.LengthAt(words, start, ScheduleWord.List) > 0 ? Call("list", null) : null;

    private static Decision.Call? Cancel(List<string> words, int start)
    {
        var verb = ScheduleWords.LengthAt(words, start, ScheduleWord.Stop);
        var rest = words.Skip(start + verb).ToList();
        var isSchedule = ScheduleWords.Has(rest, ScheduleWord.Noun)
            || (ScheduleWords.Has(rest, ScheduleWord.Thing) && (ScheduleWords.Has(rest, ScheduleWord.Pace) || rest.Any(word => WhenPhrases.Day(word) is not null)));
        return verb > 0 && isSchedule
            ? Call("cancel", [new("workflow", string.Join(' ', rest.Where(word => ScheduleWords.LengthAt([word], 0, ScheduleWord.Noun) == 0)))])
            : null;
    }

    private Decision.Call? Create(string text, ConversationView view)
    {
        if (WhenPhrases.Find(text) is not { } phrase)
        {
            return null;
        }

        var rest = WithoutPlan(text[..phrase.Start] + " " + text[phrase.End..]);
        return plan(rest, view with { IsAwaitingAnswer = false }) is Decision.Call inner && SchedulableTools.Contains(inner.Tool)
            ? Call("create", [new("workflow", inner.Tool), new("when", text[phrase.Start..phrase.End]), new("arguments", Relative(inner.Arguments, rest))])
            : null;
    }

    /// <summary>The answer to a question about a schedule in the making.</summary>
    private Decision.Call? Complete(string text, ConversationView view)
    {
        if (!view.IsAwaitingAnswer || view.Open is not { Tool: Tool, Args: var known })
        {
            return null;
        }

        var arguments = known.DeepClone().AsObject();
        if (WhenOf(text, known) is { } when)
        {
            arguments["when"] = when;
            return new(Tool, arguments);
        }

        var open = known["workflow"] is { } workflow ? new SettledCall(workflow.ToString(), known["arguments"]?.DeepClone().AsObject() ?? []) : null;
        if (plan(text, view with { Open = open, IsAwaitingAnswer = open is not null }) is not Decision.Call inner || !SchedulableTools.Contains(inner.Tool))
        {
            return null;
        }

        arguments["workflow"] = inner.Tool;
        arguments["arguments"] = Relative(inner.Arguments, text);
        return new(Tool, arguments);
    }

    private static string? WhenOf(string text, JsonObject known)
    {
        if (WhenPhrases.Read(text) is WhenReading.Times)
        {
            return text;
        }

        var said = known["when"]?.ToString() ?? "";
        return WhenPhrases.Read(said) is not WhenReading.Times && WhenPhrases.Read($"{said} {text}") is WhenReading.Times ? $"{said} {text}" : null;
    }

    /// <summary>The period goes along as it was said, so that each run counts it anew.</summary>
    private JsonObject Relative(JsonObject arguments, string text)
    {
        var said = arguments.DeepClone().AsObject();
        foreach (var name in (string[])["date_range", "date"])
        {
            if (said[name] is { } resolved && Phrase(resolved, text) is { } phrase)
            {
                said[name] = phrase;
            }
        }

        return said;
    }

    private string? Phrase(JsonNode resolved, string text)
    {
        var range = ArgumentText.Range(resolved, today);
        var span = DatePhrases.Find(text, today, null).FirstOrDefault(span => DatePhrases.Resolve(text[span.Start..span.End], today) is DateResolution.Range found && found.Value == range);
        return span is not null ? text[span.Start..span.End]
            : range is not null && range.To == today.AddDays(-1) ? $"last {range.Days} days"
            : null;
    }

    /// <summary>"Schedule top offers" → "top offers".</summary>
    private static string WithoutPlan(string text)
    {
        var words = WordReader.Read(text);
        var folded = words.Select(word => word.Folded).ToList();
        var kept = new List<string>();
        for (var at = 0; at < words.Count; at++)
        {
            if (ScheduleWords.LengthAt(folded, at, ScheduleWord.Plan) is > 0 and var length)
            {
                at += length - 1;
            }
            else
            {
                kept.Add(text[words[at].Start..(at + 1 < words.Count ? words[at + 1].Start : words[at].End)]);
            }
        }

        return string.Concat(kept).Trim();
    }

    private static Decision.Call Call(string action, IEnumerable<KeyValuePair<string, JsonNode?>>? more) =>
        new(Tool, new JsonObject([new("action", action), .. more ?? []]));
}
