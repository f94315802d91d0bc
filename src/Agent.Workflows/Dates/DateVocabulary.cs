using System.Globalization;
using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Dates;

/// <summary>The phrases of <c>dates.txt</c>, found by their first word.</summary>
internal sealed class DateVocabulary
{
    private const int ShortestCorrectedWord = 4;

    private readonly Dictionary<string, List<Entry>> _byFirstWord = [];
    private readonly Dictionary<char, List<string>> _correctable = [];
    private readonly HashSet<string> _ordinary = [];

    private DateVocabulary()
    {
    }

    public static DateVocabulary Embedded { get; } = Load();

    /// <summary>All meanings of the words at <paramref name="at"/>, those of more words first.</summary>
    public IReadOnlyList<DateReading> Read(IReadOnlyList<Word> words, int at)
    {
        var first = Known(words[at]);
        if (first is null)
        {
            return [];
        }

        var readings = new List<DateReading>();
        foreach (var entry in _byFirstWord[first])
        {
            if (LengthOf(entry, words, at) is var length and > 0)
            {
                readings.Add(new DateReading(entry.Sign, entry.Value, length, entry.IsWeak));
            }
        }

        return readings;
    }

    /// <summary>How many words the entry takes at a place, hyphens between them included; 0 when it is not there.</summary>
    private static int LengthOf(Entry entry, IReadOnlyList<Word> words, int at)
    {
        var next = at + 1;
        for (var index = 1; index < entry.Words.Length; index++, next++)
        {
            if (next + 1 < words.Count && words[next].Folded == "-" && entry.Words[index] != "-")
            {
                next++;
            }

            if (next >= words.Count || words[next].Folded != entry.Words[index])
            {
                return 0;
            }
        }

        return next - at;
    }

    /// <summary>The vocabulary's spelling of a word: itself, without a possessive s, or corrected.</summary>
    private string? Known(Word word)
    {
        var folded = word.Folded;
        if (_byFirstWord.ContainsKey(folded))
        {
            return folded;
        }

        if (word.Text.Length > folded.Length && folded.EndsWith('s') && _byFirstWord.ContainsKey(folded[..^1]))
        {
            return folded[..^1];
        }

        return folded.Length < ShortestCorrectedWord || _ordinary.Contains(folded) ? null : Corrected(folded);
    }

    /// <summary>The nearest word with the same initial; of short words only two neighbours may have changed places.</summary>
    private string? Corrected(string folded)
    {
        var limit = Spelling.Tolerance(folded.Length);
        string? nearest = null;
        foreach (var candidate in _correctable.GetValueOrDefault(folded[0], []))
        {
            var distance = Spelling.Distance(folded, candidate, limit);
            if (distance <= limit && (folded.Length > ShortestCorrectedWord || folded.Order().SequenceEqual(candidate.Order())))
            {
                (nearest, limit) = (candidate, distance - 1);
            }
        }

        return nearest;
    }

    private static DateVocabulary Load()
    {
        var vocabulary = new DateVocabulary();
        foreach (var line in EmbeddedLines.Read(typeof(DateVocabulary), "dates.txt"))
        {
            vocabulary.Add(line);
        }

        foreach (var entries in vocabulary._byFirstWord.Values)
        {
            entries.Sort((left, right) => right.Words.Length.CompareTo(left.Words.Length));
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
        var words = phrase[..(isWeak ? ^1 : ^0)].Split(' ');
        if (!_byFirstWord.TryGetValue(words[0], out var entries))
        {
            _byFirstWord[words[0]] = entries = [];
            Learn(words[0]);
        }

        entries.Add(new Entry(sign, value, words, isWeak));
    }

    private void Learn(string word)
    {
        if (word.Length >= ShortestCorrectedWord)
        {
            if (!_correctable.TryGetValue(word[0], out var sameInitial))
            {
                _correctable[word[0]] = sameInitial = [];
            }

            sameInitial.Add(word);
        }
    }

    private sealed record Entry(DateSign Sign, int Value, string[] Words, bool IsWeak);
}
