using System.Text.RegularExpressions;

namespace PromptLab.Workflows.Differences;

/// <summary>What changed between two texts, word by word. All parts but the added ones together are the text before, all but the removed ones the text after.</summary>
public static partial class WordDifference
{
    public static IReadOnlyList<DifferencePart> Between(string before, string after)
    {
        string[] old = [.. Words(before)];
        string[] @new = [.. Words(after)];
        var head = Shared(old, @new, 0, fromEnd: false);
        var tail = Shared(old, @new, head, fromEnd: true);
        var parts = new DifferenceParts();
        parts.Add(DifferencePart.Same, old.AsSpan(0, head));
        EditScript.Write(old.AsSpan(head..^tail), @new.AsSpan(head..^tail), parts);
        parts.Add(DifferencePart.Same, old.AsSpan(old.Length - tail));
        return parts.ToList();
    }

    private static int Shared(string[] old, string[] @new, int skip, bool fromEnd)
    {
        var most = Math.Min(old.Length, @new.Length) - skip;
        var count = 0;
        while (count < most && (fromEnd ? old[^(count + 1)] == @new[^(count + 1)] : old[count] == @new[count]))
        {
            count++;
        }

        return count;
    }

    private static IEnumerable<string> Words(string text) => Word().Matches(text).Select(match => match.Value);

    /// <summary>A word, a line break, other space, or one sign.</summary>
    [GeneratedRegex(@"[\p{L}\p{N}_]+|\r?\n|[^\S\r\n]+|.", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Word();
}
