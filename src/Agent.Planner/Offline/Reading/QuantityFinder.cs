using System.Globalization;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>Numbers with what they count: top 5, at least 50 conversions, > 100 clicks, a 60 % drop, over 3 days.</summary>
internal sealed class QuantityFinder(IReadOnlyList<Word> words, IReadOnlyList<ConceptHit> hits, Func<int, bool> startsMention)
{
    private static readonly Dictionary<string, int> NumberWords = new()
    {
        ["one"] = 1, ["two"] = 2, ["three"] = 3, ["four"] = 4, ["five"] = 5, ["six"] = 6, ["seven"] = 7, ["eight"] = 8, ["nine"] = 9, ["ten"] = 10,
        ["twelve"] = 12, ["fifteen"] = 15, ["twenty"] = 20, ["thirty"] = 30, ["fifty"] = 50, ["hundred"] = 100, ["twee"] = 2, ["drie"] = 3, ["vier"] = 4,
        ["vijf"] = 5, ["tien"] = 10, ["zwei"] = 2, ["drei"] = 3, ["funf"] = 5, ["zehn"] = 10, ["dos"] = 2, ["tres"] = 3, ["cuatro"] = 4, ["cinco"] = 5,
        ["diez"] = 10, ["deux"] = 2, ["trois"] = 3, ["quatre"] = 4, ["cinq"] = 5, ["dix"] = 10, ["half"] = 50, ["halved"] = 50, ["vijftig"] = 50,
        ["funfzig"] = 50, ["cincuenta"] = 50, ["cinquante"] = 50, ["cien"] = 100, ["cent"] = 100, ["hundert"] = 100, ["honderd"] = 100,
    };

    private static readonly HashSet<string> DayUnits =
        ["day", "days", "d", "dagen", "dag", "tage", "tagen", "tag", "dias", "dia", "jours", "jour"];

    private static readonly HashSet<string> WeekUnits = ["week", "weeks", "weken", "woche", "wochen", "semana", "semanas", "semaine", "semaines"];

    private static readonly HashSet<string> Comparators = [">", "=", ":", "≥", "<", "of", "is", "to", "at", "+", "-", "the", "a", "by", "de", "van", "von", "a", "auf", "op", "naar", "en", "x", "than", "as", "s"];

    public IReadOnlyList<Quantity> Find(TakenWords taken)
    {
        var quantities = new List<Quantity>();
        for (var at = 0; at < words.Count; at++)
        {
            if (!taken.Is(at) && !MeansFor(at, taken) && Read(at) is { } quantity)
            {
                quantities.Add(quantity);
                at = quantity.End - 1;
            }
        }

        return quantities;
    }

    /// <summary>"Best 4 Winter Campaign": for, unless what is counted comes behind the name ("top 4 Winter Campaign pages").</summary>
    private bool MeansFor(int at, TakenWords taken) =>
        words[at].Folded == "4" && at + 1 < words.Count && (taken.Is(at + 1) || startsMention(at + 1) || (startsMention(at + 2) && !hits.Any(hit => hit.At == at + 1)) || words[at + 1].Folded is "the" or "my" or "our" || hits.Any(hit => hit.At == at + 1 && hit.Concept is Concept.Partner))
        && !hits.Any(hit => hit.At > at && hit.Concept is Concept.LandingPage or Concept.Page);

    private Quantity? Read(int at)
    {
        if (Value(at, out var end) is not { } value)
        {
            return null;
        }

        var isWord = !char.IsAsciiDigit(words[at].Folded[0]);
        var measure = Unit(end) ?? Before(at) ?? Measure.Bare;
        return isWord && (measure is Measure.Bare or Measure.Minimum || (words[at].Folded.StartsWith("hal", StringComparison.Ordinal) && !BesideDrop(at, end)))
            ? null
            : measure == Measure.Days && end < words.Count && WeekUnits.Contains(words[end].Folded)
                ? new Quantity(measure, value * 7, at, end)
                : new Quantity(words[at].Folded is "half" or "halved" ? Measure.Percent : measure, value, at, end);
    }

    private bool BesideDrop(int at, int end) => hits.Any(hit => hit.Concept == Concept.Drop && hit.End >= at - 4 && hit.At <= end + 3);

    /// <summary>Digits with thousands marks or decimals, 1k, 50+, or a number word.</summary>
    private decimal? Value(int at, out int end)
    {
        end = at + 1;
        var folded = words[at].Folded;
        if (NumberWords.TryGetValue(folded, out var spelled))
        {
            return spelled;
        }

        var digits = folded.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is 0 or > 9 || (digits < folded.Length && folded[digits..] is not ("k" or "x" or "er" or "d")))
        {
            return null;
        }

        var text = folded[..digits];
        if (digits == folded.Length && end + 1 < words.Count && words[end].Folded is "." or "," && words[end + 1].IsNumber
            && words[end + 1].Start == words[end].End && words[end].Start == words[at].End)
        {
            text += (words[end].Folded == "," || words[end + 1].Text.Length == 3 ? "" : ".") + words[end + 1].Text;
            end += 2;
        }

        return decimal.Parse(text, CultureInfo.InvariantCulture) * (folded.EndsWith('k') ? 1000 : 1);
    }

    private Measure? Unit(int end)
    {
        var at = end;
        while (at < words.Count && words[at].Folded is "+" or "-" or "or" or "more" or "plus" or "total" or "best" or "top" or "%" or "of" or "the" or "mas" or "oder" or "mehr"
            && words[at].Folded != "%" && at - end < 3)
        {
            at++;
        }

        if (at >= words.Count)
        {
            return null;
        }

        return words[at].Folded == "%" || At(Concept.Percent, at) ? Measure.Percent
            : At(Concept.Conversion, at) ? Measure.Conversions
            : At(Concept.Click, at) ? Measure.Clicks
            : at == end && (DayUnits.Contains(words[at].Folded) || WeekUnits.Contains(words[at].Folded)) ? Measure.Days
            : At(Concept.Offer, at) || At(Concept.LandingPage, at) || At(Concept.Page, at) || At(Concept.Best, at) || At(Concept.Most, at) || At(Concept.Geo, at) ? Measure.Places
            : null;
    }

    private Measure? Before(int at)
    {
        var isAbove = false;
        for (var before = at - 1; before >= 0 && at - before <= 5;)
        {
            var ending = hits.Where(hit => hit.End == before + 1).ToList();
            if (Named(ending, isAbove) is { } measure)
            {
                return measure;
            }

            isAbove |= ending.Any(hit => hit.Concept is Concept.Above or Concept.Minimum) || words[before].Folded is ">" or "≥";
            if (ending.Count == 0 && !Comparators.Contains(words[before].Folded))
            {
                break;
            }

            before -= ending.Count == 0 ? 1 : ending.Max(hit => hit.Length);
        }

        return isAbove ? Measure.Minimum : null;
    }

    private static Measure? Named(List<ConceptHit> ending, bool isAbove)
    {
        foreach (var hit in ending)
        {
            switch (hit.Concept)
            {
                case Concept.Conversion:
                    return Measure.Conversions;
                case Concept.Click:
                    return Measure.Clicks;
                case Concept.Threshold:
                    return Measure.Threshold;
                case Concept.Drop:
                    return Measure.Percent;
                case Concept.Best when !isAbove:
                    return Measure.Places;
            }
        }

        return null;
    }

    private bool At(Concept concept, int at) => hits.Any(hit => hit.Concept == concept && hit.At == at);
}
