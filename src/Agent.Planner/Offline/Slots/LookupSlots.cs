using PromptLab.Planner.Offline.Reading;
using PromptLab.Planner.Offline.Vocabulary;

namespace PromptLab.Planner.Offline.Slots;

/// <summary>What a look-up searches for: a quotation, the words behind "named" or a colon, a known name, or what is left.</summary>
internal static class LookupSlots
{
    private static readonly HashSet<string> Ends = ["?", "!", ".", ",", ";", "in", "please", "pls", "plz", "or", "somewhere", "anywhere", "alsjeblieft", "bitte", "por", "svp", "as", "at", "im", "en", "dans"];

    private static readonly HashSet<string> Noise =
        ["the", "a", "an", "me", "for", "of", "our", "my", "is", "are", "do", "does", "any", "all", "some", "please", "pls", "plz", "can", "could", "you", "i", "we", "us", "to", "with", "have", "has",
         "there", "what", "whats", "which", "who", "in", "on", "by", "get", "whether", "if", "named", "about", "give", "tell", "know", "de", "het", "een", "der", "die", "das", "den", "ein", "eine", "nach", "el",
         "la", "los", "las", "un", "una", "le", "les", "l", "des", "du", "d", "naar", "naam", "name", "names", "word", "s", "is", "that", "it", "from", "un", "une", "dem", "onze", "una", "alguna", "algun", "hay",
         "and", "up", "ons", "wij", "we", "database", "system", "network", "list", "catalogue", "catalog", "also", "now", "then", "en", "y", "et", "und", "de", "something", "anything", "like", "est", "ce", "que",
         "a", "t", "il", "haben", "wir", "gibt", "es", "zijn", "er", "tenemos", "avons", "nous", "hebben", "ist", "lautet", "wie", "was", "wat", "cual", "es", "quel", "die", "its", "belonging", "number", "met", "mit", "con", "avec", "namen", "nombre", "nom", "im", "dans"];

    private static readonly HashSet<string> With = ["with", "met", "mit", "con", "avec"];

    public static void Fill(Frame frame, MessageReading reading)
    {
        if (frame.Takes("query"))
        {
            frame.Set("query", Query(reading));
        }
    }

    private static string? Query(MessageReading reading) =>
        reading.Quotes.Count > 0 ? reading.Quotes[0].Value
        : Behind(reading) ?? reading.Mentions.FirstOrDefault(mention => !mention.IsWeak)?.Text ?? Rest(reading);

    private static string? Behind(MessageReading reading)
    {
        var called = reading.Hits.FirstOrDefault(hit => hit.Concept == Concept.HasCalled && !IsPostposed(reading, hit));
        var colon = reading.Words.Select((word, at) => (word, at)).FirstOrDefault(pair => pair.word.Folded == ":").at;
        var start = called.Length > 0 ? called.End : colon > 0 && IsAsked(reading, colon) ? colon + 1 : BehindWith(reading);
        if (start == 0)
        {
            return null;
        }

        while (start < reading.Words.Count && reading.Words[start].Folded is "the" or "a" or ":" or "like" or "word" or "something")
        {
            start++;
        }

        var end = start;
        while (end < reading.Words.Count && !Ends.Contains(reading.Words[end].Folded))
        {
            end++;
        }

        return end > start ? reading.Slice(start, end) : null;
    }

    /// <summary>"Search offers: winter", but not "quick question: …".</summary>
    private static bool IsAsked(MessageReading reading, int colon) =>
        reading.Hits.Any(hit => hit.End <= colon && hit.Concept is Concept.Find or Concept.Offer or Concept.Partner);

    /// <summary>"Offers with deal": what stands behind the noun is searched for, although it may be a noun like it.</summary>
    private static int BehindWith(MessageReading reading) => Enumerable.Range(1, Math.Max(0, reading.Words.Count - 1)).FirstOrDefault(at => With.Contains(reading.Words[at - 1].Folded)
        && (reading.EndsAt(Concept.Offer, at - 1) || reading.EndsAt(Concept.Partner, at - 1)));

    /// <summary>"With deal in the name": the words stand before it.</summary>
    private static bool IsPostposed(MessageReading reading, ConceptHit hit) => hit.End >= reading.Words.Count || reading.Words[hit.End].IsPunctuation;

    private static string? Rest(MessageReading reading)
    {
        // "Quick question: find …" begins behind the colon.
        var colon = reading.Words.Select((word, at) => (word, at)).FirstOrDefault(pair => pair.word.Folded == ":").at;
        var start = colon > 0 && !IsAsked(reading, colon) ? colon : 0;
        var kept = Enumerable.Range(start, reading.Words.Count - start).Where(at => !IsNoise(reading, at)).ToList();
        return kept.Count == 0 ? null : string.Join(' ', kept.Select(at => reading.Words[at].Text));
    }

    private static bool IsNoise(MessageReading reading, int at) =>
        reading.Words[at].IsPunctuation || Noise.Contains(reading.Words[at].Folded)
        || reading.Hits.Any(hit => hit.At <= at && at < hit.End
            && hit.Concept is Concept.Find or Concept.Show or Concept.Offer or Concept.Partner or Concept.Exist or Concept.AskId or Concept.Need or Concept.Id or Concept.Name
                or Concept.All or Concept.Mine or Concept.HasCalled or Concept.Check or Concept.Greeting or Concept.Thanks or Concept.Bye or Concept.Chat or Concept.Continue);
}
