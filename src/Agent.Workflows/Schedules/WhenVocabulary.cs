using System.Collections.Frozen;
using System.Globalization;
using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Schedules;

/// <summary>The words of <c>when.txt</c>.</summary>
internal static class WhenVocabulary
{
    private const int LongestPhrase = 4;
    private static readonly FrozenDictionary<string, (WhenSign Sign, int Value)> Phrases = Load();

    /// <summary>The token that begins at a word, the longest one; null when the word has no part in a repeated time.</summary>
    public static WhenToken? Read(IReadOnlyList<Word> words, int at)
    {
        for (var length = Math.Min(LongestPhrase, words.Count - at); length > 0; length--)
        {
            var text = string.Join(' ', words.Skip(at).Take(length).Select(word => word.Folded));
            if (Phrases.TryGetValue(text, out var phrase))
            {
                return new WhenToken(phrase.Sign, phrase.Value, text, at, at + length);
            }
        }

        var word = words[at].Folded;
        return char.IsAsciiDigit(word[0]) ? new WhenToken(WhenSign.Number, 0, word, at, at + 1)
            : word is "," or "/" or "&" or "+" or ":" or "." ? new WhenToken(WhenSign.Mark, 0, word, at, at + 1)
            : null;
    }

    private static FrozenDictionary<string, (WhenSign Sign, int Value)> Load()
    {
        var phrases = new Dictionary<string, (WhenSign, int)>(StringComparer.Ordinal);
        foreach (var line in EmbeddedLines.Read(typeof(WhenVocabulary), "when.txt"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var head = line[..colon].Split(' ');
            var value = head.Length > 1 ? int.Parse(head[1], CultureInfo.InvariantCulture) : 0;
            foreach (var phrase in line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries))
            {
                phrases.TryAdd(phrase, (Enum.Parse<WhenSign>(head[0]), value));
            }
        }

        return phrases.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
