using System.Globalization;
using System.Text;

namespace PromptLab.Workflows.Entities;

/// <summary>Names as words without case, accents and punctuation.</summary>
internal static class NameText
{
    /// <summary>The words of a name or question. "Men's" is one word; "&amp;" and "and" are none.</summary>
    /// <param name="dropPossessive">Reads "Masters'" and "John's" as "Masters" and "John".</param>
    public static string[] Words(string text, bool dropPossessive = false)
    {
        var words = new List<string>(6);
        var word = new StringBuilder(16);
        var folded = Fold(text);
        for (var at = 0; at < folded.Length; at++)
        {
            var letter = folded[at];
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (!IsApostrophe(letter))
            {
                Take(word, words);
            }
            else if (dropPossessive && EndsPossessive(folded, at))
            {
                Take(word, words);
                at++;
            }
        }

        Take(word, words);
        return [.. words];
    }

    /// <summary>Equal for names that differ in spaces, punctuation, case and accents only.</summary>
    public static string Key(ReadOnlySpan<string?> words) => words.Length == 1 ? words[0]! : string.Concat(words);

    private static void Take(StringBuilder word, List<string> words)
    {
        if (word.Length > 0 && !(word.Length == 3 && word.Equals("and")))
        {
            words.Add(word.ToString());
        }

        word.Clear();
    }

    private static bool IsApostrophe(char letter) => letter is '\'' or '’' or '‘' or '`' or '´';

    private static bool EndsPossessive(string text, int apostrophe) =>
        apostrophe + 1 < text.Length && text[apostrophe + 1] is 's' or 'S'
        && (apostrophe + 2 == text.Length || !char.IsLetterOrDigit(text[apostrophe + 2]));

    private static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var folded = new StringBuilder(text.Length + 4);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
        {
            Append(folded, letter);
        }

        return folded.ToString();
    }

    private static void Append(StringBuilder folded, char letter)
    {
        if (CharUnicodeInfo.GetUnicodeCategory(letter) == UnicodeCategory.NonSpacingMark)
        {
            return;
        }

        _ = letter switch
        {
            'ß' => folded.Append("ss"),
            'æ' or 'Æ' => folded.Append("ae"),
            'œ' or 'Œ' => folded.Append("oe"),
            'ø' or 'Ø' => folded.Append('o'),
            'ł' or 'Ł' => folded.Append('l'),
            'đ' or 'Đ' => folded.Append('d'),
            'ı' => folded.Append('i'),
            _ => folded.Append(letter),
        };
    }
}
