namespace PromptLab.Workflows.Words;

/// <summary>How far apart two spellings are: insertions, deletions, substitutions and swaps of neighbours.</summary>
public static class Spelling
{
    private const int LongestWord = 40;

    /// <summary>The distance, or <paramref name="limit"/> + 1 when it is larger than <paramref name="limit"/>.</summary>
    public static int Distance(string left, string right, int limit)
    {
        if (Math.Abs(left.Length - right.Length) > limit || left.Length > LongestWord || right.Length > LongestWord)
        {
            return limit + 1;
        }

        Span<int> beforeLast = stackalloc int[right.Length + 1];
        Span<int> last = stackalloc int[right.Length + 1];
        Span<int> current = stackalloc int[right.Length + 1];
        for (var column = 0; column <= right.Length; column++)
        {
            last[column] = column;
        }

        for (var row = 1; row <= left.Length; row++)
        {
            if (FillRow(left, right, row, beforeLast, last, current) > limit)
            {
                return limit + 1;
            }

            var spare = beforeLast;
            beforeLast = last;
            last = current;
            current = spare;
        }

        return Math.Min(last[right.Length], limit + 1);
    }

    /// <summary>Whether a text is a word with vowels left out, all or some: "prtnr" and "partnr" for "partner", "yrs" for "year".</summary>
    public static bool Shortens(ReadOnlySpan<char> typed, ReadOnlySpan<char> word)
    {
        // "Us" is no short form of "USA".
        if (typed.Length < 2 || word.Length < 4 || typed.Length >= word.Length || typed[0] != word[0])
        {
            return false;
        }

        var at = 0;
        foreach (var letter in word)
        {
            if (at < typed.Length && typed[at] == letter)
            {
                at++;
            }
            else if (letter is not ('a' or 'e' or 'i' or 'o' or 'u'))
            {
                return false;
            }
        }

        return at == typed.Length || (at > 1 && at == typed.Length - 1 && typed[at] == 's');
    }

    /// <summary>How many slips a word of this length may hold and still be recognised.</summary>
    public static int Tolerance(int length) => length switch { < 4 => 0, < 8 => 1, _ => 2 };

    private static int FillRow(string left, string right, int row, Span<int> beforeLast, Span<int> last, Span<int> current)
    {
        current[0] = row;
        var smallest = row;
        for (var column = 1; column <= right.Length; column++)
        {
            var same = left[row - 1] == right[column - 1];
            var distance = Math.Min(Math.Min(last[column], current[column - 1]) + 1, last[column - 1] + (same ? 0 : 1));
            if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
            {
                distance = Math.Min(distance, beforeLast[column - 2] + 1);
            }

            current[column] = distance;
            smallest = Math.Min(smallest, distance);
        }

        return smallest;
    }
}
