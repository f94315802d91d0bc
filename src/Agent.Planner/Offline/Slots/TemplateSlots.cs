using System.Text.Json.Nodes;
using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Vocabulary;

namespace PromptLab.Planner.Offline.Slots;

/// <summary>Names, variables and content of templates and pipelines. They are user data: taken as written.</summary>
internal static class TemplateSlots
{
    /// <param name="isAnswer">The message answers a question, so that it may be nothing but the name.</param>
    public static void Fill(Frame frame, MessageReading reading, bool isAnswer)
    {
        var noun = frame.Takes("pipeline") ? Concept.Pipeline : Concept.Template;
        var argument = frame.Takes("pipeline") ? "pipeline" : frame.Takes("name") ? "name" : "template";
        if (!frame.Takes(argument))
        {
            return;
        }

        frame.Set(argument, Name(reading, noun) ?? (isAnswer ? Behind(reading, FirstWord(reading)) : null));
        frame.Set("content", reading.Content);
        if (reading.RunText is { } text)
        {
            frame.Set("variables", new JsonObject { ["text"] = text });
        }
        else if (reading.Variables.Count > 0)
        {
            var variables = reading.Variables.GroupBy(variable => variable.Name).Select(group => group.Last());
            frame.Set("variables", new JsonObject(variables.Select(variable => KeyValuePair.Create(variable.Name, (JsonNode?)variable.Value))));
        }
    }

    private static string? Name(MessageReading reading, Concept noun)
    {
        if (reading.Quotes.Count > 0)
        {
            return reading.Quotes[0].Value;
        }

        foreach (var hit in reading.Hits.Where(hit => hit.Concept == noun))
        {
            if ((Behind(reading, hit.End) ?? Before(reading, hit.At)) is { } name)
            {
                return name;
            }
        }

        return null;
    }

    /// <summary>Where an answer begins, behind "hello!" or "um,".</summary>
    private static int FirstWord(MessageReading reading)
    {
        var greeting = reading.Hits.LastOrDefault(hit => hit.Concept is Concept.Greeting or Concept.Thanks && hit.End < reading.Words.Count && reading.Words[hit.End].IsPunctuation);
        var at = greeting.End;
        while (at < reading.Words.Count && (reading.Words[at].IsPunctuation || reading.Words[at].Folded is "um" or "uh" or "er" or "please" or "the"))
        {
            at++;
        }

        return at;
    }

    private static string? Behind(MessageReading reading, int at)
    {
        while (at < reading.Words.Count && (reading.Words[at].Folded is ":" or "called" or "named" or "the" || reading.StartsAt(Concept.HasCalled, at)))
        {
            at++;
        }

        var end = at;
        while (end < reading.Words.Count && !IsEnd(reading, end))
        {
            end++;
        }

        return end > at ? reading.Slice(at, end) : null;
    }

    private static string? Before(MessageReading reading, int end)
    {
        var at = end;
        while (at > 0 && !IsStart(reading, at - 1))
        {
            at--;
        }

        return at < end ? reading.Slice(at, end) : null;
    }

    private static bool IsEnd(MessageReading reading, int at) =>
        reading.Words[at].Folded is "with" or "using" or "for" or "on" or "and" or "now" or "please" or "pls" or "again" or "," or "." or "?" or "!" or ":" or ";" or "(" or "in"
            or "met" or "mit" or "con" or "avec" or "voor" or "fur" or "para" or "pour" or "aus" or "uit" or "y" or "und" or "et" or "where" or "today" or "that"
        || reading.Variables.Any(variable => variable.At <= at && at < variable.End);

    private static bool IsStart(MessageReading reading, int at) =>
        reading.Words[at].Folded is "the" or "my" or "a" or "an" or "our" or "this" or "that" or "of" or "one" or "me" or "please" or "some" or "de" or "het" or "die" or "das" or "den" or "der" or "el" or "la"
            or "le" or "un" or "une" or "una" or "een" or "ein" or "eine" or "mi" or "mijn" or "mein" or "meine" or "ma" or "mon" or "," or ":" or "it" or "with" or "new"
        || reading.Hits.Any(hit => hit.At <= at && at < hit.End
            && hit.Concept is Concept.Run or Concept.Create or Concept.Show or Concept.Continue or Concept.Need or Concept.Template or Concept.Pipeline or Concept.Mine or Concept.That);
}
