namespace PromptLab.Workflows.Words;

/// <summary>Splits text into words the same way everywhere, so that spans found by different readers line up.</summary>
public static class WordReader
{
    // French and Italian elisions are words of their own: l'année, d'octobre, qu'est-ce.
    private static readonly HashSet<string> Elisions = ["l", "d", "j", "n", "s", "c", "m", "t", "qu"];

    public static IReadOnlyList<Word> Read(string text)
    {
        var words = new List<Word>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = EndOfWord(text, at);
            var raw = text[at..end];
            words.Add(new Word(raw, Folding.Fold(raw), at));
            at = end;
        }

        return words;
    }

    /// <summary>The folded words of a text joined by single spaces; punctuation is left out.</summary>
    public static string Fold(string text) =>
        string.Join(' ', Read(text).Where(word => !word.IsPunctuation).Select(word => word.Folded));

    private static int EndOfWord(string text, int start)
    {
        if (!IsWordCharacter(text[start]))
        {
            return start + 1;
        }

        var end = start + 1;
        while (end < text.Length && (IsWordCharacter(text[end]) || JoinsWord(text, start, end)))
        {
            end++;
        }

        return IsElision(text, start, end) ? end + 1 : end;
    }

    private static bool IsWordCharacter(char character) => char.IsLetterOrDigit(character) || character == '_';

    private static bool JoinsWord(string text, int start, int at) =>
        IsApostropheInside(text, at) && !Elisions.Contains(text[start..at].ToLowerInvariant());

    private static bool IsElision(string text, int start, int at) =>
        IsApostropheInside(text, at) && Elisions.Contains(text[start..at].ToLowerInvariant());

    private static bool IsApostropheInside(string text, int at) =>
        at + 1 < text.Length && Folding.IsApostrophe(text[at]) && char.IsLetter(text[at + 1]);
}
