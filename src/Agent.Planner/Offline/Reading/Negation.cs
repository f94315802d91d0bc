using PromptLab.Planner.Offline.Vocabulary;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>In "not A but B" only B counts; in "A, sorry, B" too.</summary>
internal static class Negation
{
    private static readonly HashSet<string> Between =
        ["for", "in", "the", "from", "on", "of", "to", "a", "voor", "de", "het", "in", "fur", "der", "die", "das", "den", "en", "la", "el", "pour", "le", "l", "id", "with", "by", "at", "use", "take", "want", "mean", "need", "gebruik", "nimm", "verwende", "usa", "uses", "utilise", "prends", "con", "avec", "mit", "met"];

    public static bool Is(MessageReading reading, int at)
    {
        var before = at;
        while (before > 0 && at - before < 4)
        {
            if (before > 1 && reading.EndsAt(Concept.Not, before) || before == 1 && reading.EndsAt(Concept.Not, 1) && reading.Words[0].Folded != "no")
            {
                return true;
            }

            var role = reading.Hits.FirstOrDefault(hit => hit.End == before && hit.Concept is Concept.Partner or Concept.Offer or Concept.LandingPage or Concept.Page);
            if (role.Length == 0 && !Between.Contains(reading.Words[before - 1].Folded))
            {
                return false;
            }

            before -= Math.Max(1, role.Length);
        }

        return false;
    }

    /// <summary>The names that count: "offer 1001, sorry, offer 1003" corrects the offer and leaves the partner alone.</summary>
    public static IReadOnlyList<Mention> Names(MessageReading reading) =>
        Settle(reading, reading.Mentions, mention => mention.At, (one, other) => one.Kinds.Append(one.Role ?? one.Kinds[0]).Any(kind => one.MayBe(kind) && other.MayBe(kind)));

    /// <summary>What counts among values of one kind: those that are not negated, and after "I mean" only what follows.</summary>
    /// <param name="rivals">Whether one value can take the place of another; any can when nothing is said.</param>
    public static IReadOnlyList<T> Settle<T>(MessageReading reading, IEnumerable<T> values, Func<T, int> at, Func<T, T, bool>? rivals = null)
    {
        var kept = values.Where(value => !Is(reading, at(value))).ToList();
        foreach (var hit in reading.Hits.Where(hit => hit.Concept is Concept.Correction))
        {
            if (kept.Where(value => at(value) >= hit.At).ToList() is { Count: > 0 } corrected)
            {
                kept = [.. kept.Where(value => at(value) >= hit.At || (rivals is not null && !corrected.Exists(other => rivals(value, other))))];
            }
        }

        return kept;
    }
}
