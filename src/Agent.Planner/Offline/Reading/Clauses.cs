using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>The clauses of a message: what stands between marks and words like "but".</summary>
internal static class Clauses
{
    private static readonly HashSet<string> Boundaries = [",", ".", "?", "!", ";", ":", "but", "so", "because", "maar", "dus", "aber", "pero", "mais", "–", "—"];

    public static IEnumerable<(int At, int End)> Of(MessageReading reading)
    {
        var start = 0;
        for (var at = 0; at < reading.Words.Count; at++)
        {
            if ((Boundaries.Contains(reading.Words[at].Folded) && !IsInsideSpan(reading, at)) || BeginsRequest(reading, at) || BeginsWish(reading, at))
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

    /// <summary>"Before I leave on 1 May I want the report for 2024": the wish needs no comma.</summary>
    private static bool BeginsWish(MessageReading reading, int at) =>
        at > 0 && reading.Words[at].Folded is "i" or "we" && reading.StartsAt(Concept.Need, at + 1);

    private static bool IsInsideSpan(MessageReading reading, int at) =>
        reading.Dates.Any(date => at > date.At && at < date.End) || reading.Mentions.Any(mention => at > mention.At && at < mention.End)
        || IsInsideNumber(reading.Words, at);

    private static bool IsInsideNumber(IReadOnlyList<Word> words, int at) =>
        at > 0 && at + 1 < words.Count && words[at - 1].IsNumber && words[at + 1].IsNumber && words[at + 1].Start == words[at].End;
}
