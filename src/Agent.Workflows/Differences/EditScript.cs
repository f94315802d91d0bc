namespace PromptLab.Workflows.Differences;

/// <summary>
/// The shortest way from one list of words to another (E. W. Myers, An O(ND) Difference Algorithm, 1986). Texts that have next to
/// nothing in common are replaced as a whole, which reads better and bounds the work.
/// </summary>
internal static class EditScript
{
    private const int MostEdits = 3_000;

    public static void Write(ReadOnlySpan<string> old, ReadOnlySpan<string> @new, DifferenceParts parts)
    {
        if (Trace(old, @new) is not { } trace)
        {
            parts.Add(DifferencePart.Removed, old);
            parts.Add(DifferencePart.Added, @new);
            return;
        }

        foreach (var (kind, at) in Steps(trace, old.Length, @new.Length))
        {
            parts.Add(kind, kind == DifferencePart.Added ? @new.Slice(at, 1) : old.Slice(at, 1));
        }
    }

    /// <summary>The furthest place on each diagonal after 0, 1, 2 … edits, until the end is reached; null when that takes too many.</summary>
    private static List<int[]>? Trace(ReadOnlySpan<string> old, ReadOnlySpan<string> @new)
    {
        var trace = new List<int[]>();
        var furthest = new int[3];
        for (var edits = 0; edits <= Math.Min(old.Length + @new.Length, MostEdits); edits++)
        {
            var next = new int[2 * edits + 3];
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = edits == 0 ? 0 : Start(furthest, edits - 1, diagonal);
                while (x < old.Length && x - diagonal < @new.Length && old[x] == @new[x - diagonal])
                {
                    x++;
                }

                next[diagonal + edits + 1] = x;
                if (x >= old.Length && x - diagonal >= @new.Length)
                {
                    trace.Add(next);
                    return trace;
                }
            }

            trace.Add(next);
            furthest = next;
        }

        return null;
    }

    /// <summary>Where the best path of one edit less enters the diagonal: from above (an added word) or from the left (a removed one).</summary>
    private static int Start(int[] furthest, int edits, int diagonal) =>
        IsAdded(furthest, edits, diagonal) ? At(furthest, edits, diagonal + 1) : At(furthest, edits, diagonal - 1) + 1;

    private static bool IsAdded(int[] furthest, int edits, int diagonal) =>
        diagonal == -edits - 1 || (diagonal != edits + 1 && At(furthest, edits, diagonal - 1) < At(furthest, edits, diagonal + 1));

    private static int At(int[] furthest, int edits, int diagonal) => furthest[diagonal + edits + 1];

    private static Stack<(string Kind, int At)> Steps(List<int[]> trace, int x, int y)
    {
        var steps = new Stack<(string, int)>();
        for (var edits = trace.Count - 1; edits > 0; edits--)
        {
            var diagonal = x - y;
            var isAdded = IsAdded(trace[edits - 1], edits - 1, diagonal);
            var from = At(trace[edits - 1], edits - 1, isAdded ? diagonal + 1 : diagonal - 1);
            var (startX, startY) = isAdded ? (from, from - diagonal) : (from + 1, from + 1 - diagonal);
            for (; x > startX && y > startY; y--)
            {
                steps.Push((DifferencePart.Same, --x));
            }

            steps.Push(isAdded ? (DifferencePart.Added, --y) : (DifferencePart.Removed, --x));
        }

        while (x > 0)
        {
            steps.Push((DifferencePart.Same, --x));
        }

        return steps;
    }
}
