using System.Globalization;
using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Dates;

/// <summary>The phrases of <c>dates.txt</c>, found by their first word.</summary>
internal sealed class DateVocabulary
{
    private const int ShortestCorrectedWord = 4;

    private readonly PhraseIndex<DateMeaning> _phrases = new();
    private readonly Dictionary<char, List<string>> _correctable = [];
    private readonly HashSet<string> _ordinary = [];

    private DateVocabulary()
    {
    }

    public static DateVocabulary Embedded { get; } = Load();

    /// <summary>All meanings of the words at <paramref name="at"/>, those of more words first.</summary>
    public IReadOnlyList<DateReading> Read(IReadOnlyList<Word> words, int at)
    {
        var first = IsCountryCode(words[at].Text) ? null : Known(words[at]);
        return first is null
            ? []
            : [.. _phrases.At(words, at, first).Select(found => new DateReading(found.Value.Sign, found.Value.Value, found.Length, found.Value.IsWeak))];
    }

    /// <summary>"DE last month" is about Germany, not about "de" last month.</summary>
    private static bool IsCountryCode(string text) => text is "DE" or "ES" or "LA" or "AU" or "NL";

    /// <summary>The vocabulary's spelling of a word: itself, without a possessive s, or corrected.</summary>
    private string? Known(Word word)
    {
        var folded = word.Folded;
        if (_phrases.Knows(folded))
        {
            return folded;
        }

        if (word.Text.Length > folded.Length && folded.EndsWith('s') && _phrases.Knows(folded[..^1]))
        {
            return folded[..^1];
        }

        return folded.Length < ShortestCorrectedWord || _ordinary.Contains(folded) || OrdinaryWords.Contains(folded) ? null : Corrected(folded);
    }

    /// <summary>The nearest word with the same initial.</summary>
    private string? Corrected(string folded)
    {
        var limit = Spelling.Tolerance(folded.Length);
        string? nearest = null;
        foreach (var candidate in _correctable.GetValueOrDefault(folded[0], []))
        {
            var distance = Spelling.Distance(folded, candidate, limit);
            if (distance <= limit && (folded.Length > ShortestCorrectedWord || IsShortSlip(folded, candidate)))
            {
                (nearest, limit) = (candidate, distance - 1);
            }
        }

        return nearest;
    }

    /// <summary>"Thsi" and "moth": neighbours changed places, or one letter inside is missing.</summary>
    private static bool IsShortSlip(string folded, string candidate) =>
        candidate.Length > folded.Length ? folded[^1] == candidate[^1] : folded.Order().SequenceEqual(candidate.Order());

    private static DateVocabulary Load()
    {
        var vocabulary = new DateVocabulary();
        foreach (var line in EmbeddedLines.Read(typeof(DateVocabulary), "dates.txt"))
        {
            vocabulary.Add(line);
        }

        foreach (var word in vocabulary._phrases.FirstWords.Where(word => word.Length >= ShortestCorrectedWord))
        {
            vocabulary.Learn(word);
        }

        return vocabulary;
    }

    private void Add(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var head = line[..colon].Split(' ');
        var sign = Enum.Parse<DateSign>(head[0]);
        var value = int.Parse(head[1], CultureInfo.InvariantCulture);
        foreach (var phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Add(sign, value, phrase);
        }
    }

    private void Add(DateSign sign, int value, string phrase)
    {
        if (sign == DateSign.Ordinary)
        {
            _ordinary.Add(phrase);
            return;
        }

        var isWeak = phrase.Length > 1 && phrase.EndsWith('~');
        _phrases.Add(phrase[..(isWeak ? ^1 : ^0)], new DateMeaning(sign, value, isWeak));
    }

    private void Learn(string word)
    {
        if (!_correctable.TryGetValue(word[0], out var sameInitial))
        {
            _correctable[word[0]] = sameInitial = [];
        }

        sameInitial.Add(word);
    }

    private readonly record struct DateMeaning(DateSign Sign, int Value, bool IsWeak);
}
