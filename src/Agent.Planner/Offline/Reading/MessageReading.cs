using PromptLab.Planner.Offline.Vocabulary;
using PromptLab.Workflows.Countries;
using PromptLab.Workflows.Dates;
using PromptLab.Workflows.Entities;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>Everything that was recognised in a message, by word index.</summary>
internal sealed record MessageReading(string Text, IReadOnlyList<Word> Words)
{
    /// <summary>The content of a template to create; null when there is none.</summary>
    public string? Content { get; init; }

    /// <summary>The text that a template is to be run on; null when there is none.</summary>
    public string? RunText { get; init; }

    public required IReadOnlyList<ConceptHit> Hits { get; init; }

    public required IReadOnlyList<Placed<string>> Quotes { get; init; }

    public required IReadOnlyList<Assignment> Subs { get; init; }

    public required IReadOnlyList<Assignment> Variables { get; init; }

    public required IReadOnlyList<Mention> Mentions { get; init; }

    public required IReadOnlyList<Placed<DateSpan>> Dates { get; init; }

    public required IReadOnlyList<Placed<Country>> Countries { get; init; }

    public required IReadOnlyList<Quantity> Quantities { get; init; }

    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The words that name columns.</summary>
    public IReadOnlySet<int> ColumnWords { get; init; } = new HashSet<int>();

    public bool Has(Concept concept) => Hits.Any(hit => hit.Concept == concept);

    public bool Has(params ReadOnlySpan<Concept> concepts)
    {
        foreach (var concept in concepts)
        {
            if (Has(concept))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a concept ends right before a word, or begins right at it.</summary>
    public bool EndsAt(Concept concept, int at) => Hits.Any(hit => hit.Concept == concept && hit.End == at);

    public bool StartsAt(Concept concept, int at) => Hits.Any(hit => hit.Concept == concept && hit.At == at);

    /// <summary>The concepts that the message holds, those that the span finders saw included.</summary>
    public HashSet<Concept> Concepts()
    {
        var concepts = Hits.Select(hit => hit.Concept).ToHashSet();
        Add(concepts, Concept.HasOffer, Mentions.Any(mention => mention.MayBe(EntityKind.Offer) && !mention.IsLoose));
        Add(concepts, Concept.HasPartner, Mentions.Any(mention => mention.MayBe(EntityKind.Partner) && !mention.IsLoose));
        Add(concepts, Concept.HasPage, Mentions.Any(mention => (mention.Role ?? mention.Kinds[0]) == EntityKind.LandingPage && !mention.IsLoose));
        Add(concepts, Concept.HasCountry, Countries.Count > 0);
        Add(concepts, Concept.HasDate, Dates.Count > 0);
        Add(concepts, Concept.HasSub, Subs.Count > 0);
        Add(concepts, Concept.HasQuote, Quotes.Count > 0);
        Add(concepts, Concept.HasVariable, Variables.Count > 0);
        Add(concepts, Concept.HasColumns, Columns.Count > 0);
        Add(concepts, Concept.HasPlaces, Quantities.Any(quantity => quantity.Measure == Measure.Places));
        return concepts;
    }

    /// <summary>Only what was recognised in words that count.</summary>
    public MessageReading Where(Func<int, bool> counts) => this with
    {
        Hits = [.. Hits.Where(hit => counts(hit.At))],
        Quotes = [.. Quotes.Where(quote => counts(quote.At))],
        Subs = [.. Subs.Where(sub => counts(sub.At))],
        Variables = [.. Variables.Where(variable => counts(variable.At))],
        Mentions = [.. Mentions.Where(mention => counts(mention.At))],
        Dates = [.. Dates.Where(date => counts(date.At))],
        Countries = [.. Countries.Where(country => counts(country.At))],
        Quantities = [.. Quantities.Where(quantity => counts(quantity.At))],
    };

    private static void Add(HashSet<Concept> concepts, Concept concept, bool isThere)
    {
        if (isThere)
        {
            concepts.Add(concept);
        }
    }

    public string Slice(int at, int end) => Text[Words[at].Start..Words[end - 1].End];
}
