using PromptLab.Workflows.Words;

namespace PromptLab.Workflows.Entities;

/// <summary>How much a typed word resembles a word of a name, 0 to 1.</summary>
internal static class WordSimilarity
{
    public const double Least = 0.6;
    private const int MostLetters = 32;

    public static double Of(in Word typed, in Word word)
    {
        if (typed.Text.Equals(word.Text, StringComparison.Ordinal))
        {
            return 1;
        }

        if (typed.Digits.Length > 0 || word.Digits.Length > 0 || word.Text.Length < 3)
        {
            return 0;
        }

        if (typed.Text.Length < 3)
        {
            return Shortened(typed, word);
        }

        return Math.Max(Edits(typed, word), Math.Max(Stem(typed.Text, word.Text), Shortened(typed, word)));
    }

    /// <summary>1 for equal texts, falling with the share of letters to insert, drop, replace or swap; 0 when digits differ.</summary>
    public static double Edits(in Word typed, in Word word)
    {
        var longest = Math.Max(typed.Text.Length, word.Text.Length);
        var most = longest switch { <= 3 => 0, <= 5 => 1, <= 9 => 2, <= 14 => 3, _ => longest / 5 };
        if (longest > MostLetters || typed.LeastEdits(word) > most || typed.Digits != word.Digits)
        {
            return 0;
        }

        var edits = Distance(typed.Text, word.Text);
        return edits <= most ? 1 - ((double)edits / longest) : 0;
    }

    /// <summary>"digi" for "Digital", "years" for "Year".</summary>
    private static double Stem(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        if (word.StartsWith(typed))
        {
            return word.Length - typed.Length == 1 ? 0.95 : 0.9;
        }

        return typed.StartsWith(word) && typed.Length - word.Length <= 2 ? 0.93 : 0;
    }

    /// <summary>"prtnrs" for "Partners": vowels left out.</summary>
    private static double Shortened(in Word typed, in Word word) => Spelling.Shortens(typed.Text, word.Text) ? 0.88 : 0;

    // Optimal string alignment: a swap of neighbours is one edit, as it is one slip of the fingers.
    private static int Distance(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<int> before = stackalloc int[MostLetters + 1];
        Span<int> previous = stackalloc int[MostLetters + 1];
        Span<int> current = stackalloc int[MostLetters + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            previous[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var replaced = previous[column - 1] + (left[row - 1] == right[column - 1] ? 0 : 1);
                var best = Math.Min(replaced, Math.Min(previous[column], current[column - 1]) + 1);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    best = Math.Min(best, before[column - 2] + 1);
                }

                current[column] = best;
            }

            var spare = before;
            before = previous;
            previous = current;
            current = spare;
        }

        return previous[right.Length];
    }
}
