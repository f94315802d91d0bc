using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Entities;

namespace PromptLab.Planner.Offline.Slots;

/// <summary>
/// Words in a place where a name belongs, although the catalogue has none like it: the tool then says that it does not know
/// the name, instead of asking as if none had been given.
/// </summary>
internal static class RawNames
{
    private const int MostWords = 6;

    private static readonly HashSet<string> Leads = ["for", "voor", "fur", "para", "pour", "4", "to", "on", "of", "op", "zu", "zum", "auf", "sur", "van", "von", "de"];

    private static readonly HashSet<string> Ends =
        ["for", "on", "in", "to", "from", "with", "by", "and", "or", "of", "at", "voor", "op", "fur", "auf", "zu", "zum", "para", "en", "con", "pour", "sur", "dans", "avec", "mit", "met", "und", "y", "et", "please", "pls", "plz",
         "over", "during", "since", "last", "this", "that", "which", "who", "is", "are", "was", "needs", "x", "am", "im", "uber"];

    private static readonly HashSet<string> Articles = ["the", "a", "an", "our", "my", "that", "this", "some", "de", "het", "een", "der", "die", "das", "den", "dem", "el", "la", "los", "las", "le", "les", "un", "une", "una", "me", "us", "each", "every", "any", "all", "one", "ones"];

    public static string? Find(MessageReading reading, EntityKind kind, bool isAnswer)
    {
        var noun = kind switch { EntityKind.Partner => Concept.Partner, EntityKind.Offer => Concept.Offer, _ => Concept.LandingPage };
        foreach (var hit in reading.Hits.Where(hit => hit.Concept == noun && !Negation.Is(reading, hit.At)))
        {
            if ((Behind(reading, hit.End) ?? Before(reading, hit.At)) is { } named)
            {
                return named;
            }
        }

        if (kind == EntityKind.LandingPage)
        {
            return null;
        }

        return isAnswer ? Whole(reading) : Led(reading, kind);
    }

    private static string? Behind(MessageReading reading, int at)
    {
        while (at < reading.Words.Count && reading.Words[at].Folded is ":" or "called" or "named" or "is" or "=")
        {
            at++;
        }

        var end = at;
        while (end < reading.Words.Count && end - at < MostWords && IsFree(reading, end) && !Ends.Contains(reading.Words[end].Folded))
        {
            end++;
        }

        return Named(reading, at, end);
    }

    private static string? Before(MessageReading reading, int end)
    {
        var at = end;
        while (at > 0 && end - at < MostWords && IsFree(reading, at - 1, mayMean: true) && !Ends.Contains(reading.Words[at - 1].Folded) && !Articles.Contains(reading.Words[at - 1].Folded))
        {
            at--;
        }

        return at > 0 && Ends.Contains(reading.Words[at - 1].Folded) || at > 0 && Articles.Contains(reading.Words[at - 1].Folded) ? Named(reading, at, end) : null;
    }

    /// <summary>The words behind "for": the first of them is the partner of a link, the last the offer.</summary>
    private static string? Led(MessageReading reading, EntityKind kind)
    {
        var starts = Enumerable.Range(0, reading.Words.Count).Where(at => Leads.Contains(reading.Words[at].Folded)).Select(at => at + 1);
        foreach (var start in kind == EntityKind.Partner ? starts : starts.Reverse())
        {
            var at = start;
            while (at < reading.Words.Count && Articles.Contains(reading.Words[at].Folded))
            {
                at++;
            }

            var end = at;
            while (end < reading.Words.Count && end - at < MostWords && IsFree(reading, end) && !Ends.Contains(reading.Words[end].Folded))
            {
                end++;
            }

            if (Named(reading, at, end) is { } named)
            {
                return named;
            }
        }

        return null;
    }

    private static string? Whole(MessageReading reading)
    {
        var free = Enumerable.Range(0, reading.Words.Count).Where(at => IsFree(reading, at) && !Ends.Contains(reading.Words[at].Folded) && !Articles.Contains(reading.Words[at].Folded)).ToList();
        return free.Count is > 0 and <= MostWords ? Named(reading, free[0], free[^1] + 1) : null;
    }

    private static string? Named(MessageReading reading, int at, int end) =>
        end > at && Enumerable.Range(at, end - at).Any(index => !reading.Words[index].IsPunctuation && reading.Words[index].Folded.Length > 1)
            ? reading.Slice(at, end)
            : null;

    /// <summary>A word that no finder has taken and, unless it may mean something, that is no word of the vocabulary.</summary>
    private static bool IsFree(MessageReading reading, int at, bool mayMean = false) =>
        (!reading.Words[at].IsPunctuation || reading.Words[at].Folded is "-" or "&" or "'" or "’")
        && (mayMean ? !reading.Hits.Any(hit => hit.At <= at && at < hit.End && hit.Concept is Concept.Partner or Concept.Offer or Concept.Link or Concept.Tracking or Concept.Best or Concept.Show)
            : !reading.Hits.Any(hit => hit.At <= at && at < hit.End))
        && !reading.Dates.Any(date => date.At <= at && at < date.End)
        && !reading.Countries.Any(country => country.At <= at && at < country.End)
        && !reading.Mentions.Any(mention => mention.At <= at && at < mention.End && (!mention.IsWeak || mention.Role is not null))
        && !reading.Subs.Any(sub => sub.At <= at && at < sub.End)
        && !reading.Quantities.Any(quantity => quantity.At <= at && at < quantity.End);
}
