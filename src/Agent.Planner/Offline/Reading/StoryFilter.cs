using PromptLab.Planner.Offline.Intents;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Countries;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>
/// Leaves out clauses that only tell something ("we paid invoice 1002 yesterday"): their names, dates and numbers belong to
/// something else. "There" in the request still means the country that was told about.
/// </summary>
internal static class StoryFilter
{
    private const int ClearRequest = 7;
    private static readonly HashSet<string> Boundaries = [",", ".", "?", "!", ";", ":", "but", "so", "because", "maar", "dus", "aber", "pero", "mais", "–", "—"];

    public static MessageReading Apply(MessageReading reading)
    {
        if (!reading.Has(Concept.Story, Concept.ForeignNumber))
        {
            return reading;
        }

        var isStory = new bool[reading.Words.Count];
        foreach (var (at, end) in Clauses(reading))
        {
            isStory.AsSpan(at, end - at).Fill(IsStory(reading, at, end));
        }

        return isStory.Contains(false) ? Without(reading, isStory) : reading;
    }

    private static IEnumerable<(int At, int End)> Clauses(MessageReading reading)
    {
        var start = 0;
        for (var at = 0; at < reading.Words.Count; at++)
        {
            if ((Boundaries.Contains(reading.Words[at].Folded) && !IsInsideSpan(reading, at)) || BeginsRequest(reading, at))
            {
                yield return (start, at);
                start = at;
            }
        }

        yield return (start, reading.Words.Count);
    }

    /// <summary>A capital in the middle begins a new sentence although nobody typed the full stop.</summary>
    private static bool BeginsRequest(MessageReading reading, int at) =>
        at > 0 && char.IsUpper(reading.Words[at].Text[0]) && reading.Words[at].Text.Any(char.IsLower)
        && reading.Hits.Any(hit => hit.At == at && hit.Concept is Concept.Show or Concept.Export or Concept.Best or Concept.Doing or Concept.Need or Concept.Create
            or Concept.Check or Concept.Find or Concept.Run or Concept.Weekly or Concept.Summary or Concept.Compare);

    private static bool IsInsideSpan(MessageReading reading, int at) =>
        reading.Dates.Any(date => at > date.At && at < date.End) || reading.Mentions.Any(mention => at > mention.At && at < mention.End)
        || IsInsideNumber(reading.Words, at);

    private static bool IsInsideNumber(IReadOnlyList<Word> words, int at) =>
        at > 0 && at + 1 < words.Count && words[at - 1].IsNumber && words[at + 1].IsNumber && words[at + 1].Start == words[at].End;

    private static bool IsStory(MessageReading reading, int at, int end)
    {
        var hits = reading.Hits.Where(hit => hit.At >= at && hit.End <= end).Select(hit => hit.Concept).ToHashSet();
        return hits.Overlaps([Concept.Story, Concept.ForeignNumber]) && !(IntentRules.Best(hits, _ => true) is { Weight: >= ClearRequest });
    }

    private static MessageReading Without(MessageReading reading, bool[] isStory)
    {
        var rest = reading.Where(at => !isStory[at]);
        return rest.Countries.Count == 0 && rest.Has(Concept.There)
            ? rest with { Countries = Last([.. reading.Countries.Where(country => isStory[country.At])]) }
            : rest;
    }

    private static List<Placed<Country>> Last(List<Placed<Country>> told) => told.Count > 0 ? [told[^1]] : [];
}
