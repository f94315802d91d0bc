using PromptLab.Planner.Offline.Intents;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Countries;
using PromptLab.Workflows.Entities;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>
/// Leaves out clauses that only tell something ("we paid invoice 1002 yesterday"): their names, dates and numbers belong to
/// something else. "There" in the request still means the country that was told about, "they" and "it" what was named.
/// </summary>
internal static class StoryFilter
{
    private const int ClearRequest = 7;

    public static MessageReading Apply(MessageReading reading)
    {
        if (!reading.Has(Concept.Story, Concept.ForeignNumber))
        {
            return reading;
        }

        var isStory = new bool[reading.Words.Count];
        foreach (var (at, end) in Clauses.Of(reading))
        {
            isStory.AsSpan(at, end - at).Fill(IsStory(reading, at, end));
        }

        return isStory.Contains(false) ? Without(reading, isStory) : reading;
    }

    private static bool IsStory(MessageReading reading, int at, int end)
    {
        var hits = reading.Hits.Where(hit => hit.At >= at && hit.End <= end).Select(hit => hit.Concept).ToHashSet();
        return hits.Overlaps([Concept.Story, Concept.ForeignNumber]) && !(IntentRules.Best(hits, _ => true) is { Weight: >= ClearRequest });
    }

    private static MessageReading Without(MessageReading reading, bool[] isStory)
    {
        var rest = WithPronouns(reading.Where(at => !isStory[at]), reading, isStory);
        return rest.Countries.Count == 0 && rest.Has(Concept.There)
            ? rest with { Countries = Last([.. reading.Countries.Where(country => isStory[country.At])]) }
            : rest;
    }

    private static MessageReading WithPronouns(MessageReading rest, MessageReading reading, bool[] isStory)
    {
        if (!rest.Has(Concept.That))
        {
            return rest;
        }

        var told = reading.Mentions.Where(mention => isStory[mention.At] && mention is { IsWeak: false, Id: null } && !Named(rest, mention.Kinds[0]));
        return rest with { Mentions = [.. rest.Mentions.Concat(told).OrderBy(mention => mention.At)] };
    }

    private static bool Named(MessageReading rest, EntityKind kind) => rest.Mentions.Any(mention => !mention.IsLoose && mention.MayBe(kind));

    private static List<Placed<Country>> Last(List<Placed<Country>> told) => told.Count > 0 ? [told[^1]] : [];
}
