using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Vocabulary;

/// <summary>Finds the word that a misspelt or shortened one stands for: same initial, few slips, or the same consonants.</summary>
internal sealed class WordCorrection
{
    private const int ShortestWord = 4;
    private const int ShortestSkeleton = 3;

    private readonly Dictionary<char, List<string>> _byInitial = [];
    private readonly Dictionary<string, string> _bySkeleton = [];

    public void Learn(string word)
    {
        if (word.Length < ShortestWord)
        {
            return;
        }

        if (!_byInitial.TryGetValue(word[0], out var sameInitial))
        {
            _byInitial[word[0]] = sameInitial = [];
        }

        sameInitial.Add(word);
        if (Skeleton(word) is { Length: >= ShortestSkeleton } skeleton)
        {
            _bySkeleton.TryAdd(skeleton, word);
        }
    }

    public string? Correct(string folded)
    {
        if (folded.Length < ShortestWord || folded.Any(char.IsAsciiDigit))
        {
            return null;
        }

        return Nearest(folded) ?? (IsShortened(folded) ? _bySkeleton.GetValueOrDefault(Skeleton(folded)) : null);
    }

    private string? Nearest(string folded)
    {
        var limit = Spelling.Tolerance(folded.Length);
        string? nearest = null;
        var found = int.MaxValue;
        foreach (var candidate in _byInitial.GetValueOrDefault(folded[0], []))
        {
            // A short word with a slip could be too many things; only a swap or a doubled letter is sure.
            var most = Math.Min(limit, candidate.Length <= ShortestWord && candidate.Length >= folded.Length ? Swapped(folded, candidate) : limit);
            if (most > 0 && Spelling.Distance(folded, candidate, most) is var distance && distance <= most)
            {
                // Of equally near words the one with the same letters is meant: "chagne" is "change", not "chaine".
                limit = Swapped(folded, candidate) == 1 ? distance - 1 : distance;
                nearest = distance < found || Swapped(folded, candidate) == 1 ? candidate : nearest;
                found = Math.Min(found, distance);
            }
        }

        return nearest;
    }

    private static int Swapped(string folded, string candidate) => folded.Order().SequenceEqual(candidate.Order()) ? 1 : 0;

    private static bool IsShortened(string folded) => folded.Count(IsVowel) <= 1;

    /// <summary>The initial and the consonants, doubled ones once: "prtnr" for partner, "ofr" for offer.</summary>
    private static string Skeleton(string word)
    {
        var letters = new List<char> { word[0] };
        foreach (var letter in word.Skip(1))
        {
            if (!IsVowel(letter) && letters[^1] != letter)
            {
                letters.Add(letter);
            }
        }

        return string.Concat(letters);
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';
}
