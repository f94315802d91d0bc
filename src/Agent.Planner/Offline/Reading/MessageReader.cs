using PromptLab.Planner.Offline.Names;
using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Countries;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>Finds quotations, names, dates, countries, numbers and words of the vocabulary in a message, each word once.</summary>
internal sealed class MessageReader(NameFinder names, DateOnly today)
{
    /// <param name="earlier">What "the week before" refers to.</param>
    /// <param name="expectsName">Whether the message answers a question for a name, so that "the new year one" is no date.</param>
    /// <param name="hasVariables">Whether name=value pairs are variables of a template or pipeline.</param>
    public MessageReading Read(string message, DateRange? earlier, bool hasVariables, bool expectsName)
    {
        var (request, runText) = TemplateRunText.Split(message, names, today);
        var (text, content) = runText is null ? TemplateContent.Split(request) : (request, null);
        var written = WordReader.Read(text);
        var words = Lexicon.Embedded.Correct(written, names.Holds);
        var taken = new TakenWords(words);
        hasVariables |= Lexicon.Embedded.Read(words, _ => false).Any(hit => hit.Concept is Concept.Template or Concept.Pipeline);
        var subs = hasVariables ? [] : AssignmentFinder.Subs(text, taken, areColumns: words.Any(word => ColumnFinder.IsColumnNoun(word.Folded)));
        var variables = hasVariables ? AssignmentFinder.Variables(text, taken) : [];
        var quotes = QuoteFinder.Find(text, taken);
        var hints = names.Find(written, taken.Is);
        var dates = Place(DatePhrases.Find(text, today, earlier), taken, span => (span.Start, span.End), (at, end) => IsNamed(hints, at, end, expectsName));
        dates.ForEach(date => taken.Take(date.At, date.End));
        hints = [.. hints.Where(hint => !taken.Any(hint.At, hint.End))];
        var countries = Place(CountryNames.FindIn(text), taken, span => (span.Start, span.End), (at, end) => IsNamed(hints, at, end, false));
        countries.ForEach(country => taken.Take(country.At, country.End));
        hints = [.. hints.Where(hint => !taken.Any(hint.At, hint.End))];

        var hits = Lexicon.Embedded.Read(words, at => taken.Is(at) || hints.Any(hint => !hint.IsWeak && !hint.IsFuzzy && at >= hint.At && at < hint.End));
        var mentions = new MentionFinder(words, hits, names).Find([.. hints.Where(hint => !(hint.IsWeak || hint.IsFuzzy) || !Overlaps(hint, hits) || (expectsName && words[hint.At].Folded != written[hint.At].Folded && !IsRole(hint, hits)))], text, taken);
        foreach (var mention in mentions.Where(mention => !mention.IsWeak || mention.Role is not null))
        {
            taken.Take(mention.At, mention.End);
        }

        var columns = ColumnFinder.Find(words, hits, taken, at => mentions.Any(mention => mention.At == at), out var columnWords);
        return new MessageReading(text, words)
        {
            Content = content,
            RunText = runText,
            Hits = hits,
            Quotes = quotes,
            Subs = subs,
            Variables = variables,
            Mentions = mentions,
            Dates = dates,
            Countries = [.. countries.Select(span => new Placed<Country>(span.Value.Country, span.At, span.End))],
            Quantities = new QuantityFinder(words, hits, at => mentions.Any(mention => mention.At == at)).Find(taken),
            Columns = columns,
            ColumnWords = columnWords,
        };
    }

    private static List<Placed<T>> Place<T>(IReadOnlyList<T> spans, TakenWords taken, Func<T, (int Start, int End)> where, Func<int, int, bool> isNamed)
    {
        var placed = new List<Placed<T>>();
        foreach (var span in spans)
        {
            var (start, stop) = where(span);
            var (at, end) = taken.Words(start, stop);
            if (!taken.Any(at, end) && !isNamed(at, end))
            {
                placed.Add(new Placed<T>(span, at, end));
            }
        }

        return placed;
    }

    /// <summary>"New Year Deal" is an offer and no date, "December" a date although some offer is called "December Deals".</summary>
    private static bool IsNamed(IReadOnlyList<NameHint> hints, int at, int end, bool expectsName) =>
        hints.Any(hint => expectsName && hint.At <= at + 1 && hint.End >= end && hint.End - hint.At > 1) || hints.Any(hint => !hint.IsWeak && hint.At < end && at < hint.End && (hint.IsComplete || (hint.End - hint.At > 1 && hint.End - hint.At > end - at)));

    private static bool IsRole(NameHint hint, IReadOnlyList<ConceptHit> hits) =>
        hits.Any(hit => hit.At == hint.At && hit.Concept is Concept.Partner or Concept.Offer or Concept.LandingPage or Concept.Page or Concept.Link);

    /// <summary>A word with a meaning of its own is a name only together with others.</summary>
    private static bool Overlaps(NameHint hint, IReadOnlyList<ConceptHit> hits) =>
        hint.End - hint.At == 1 && hits.Any(hit => hit.At <= hint.At && hint.End <= hit.End);
}
