namespace PromptLab.Workflows.Words;

/// <summary>Folded phrases of one or more words, found by the words at a place of a text.</summary>
public sealed class PhraseIndex<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> _byFirstWord = [];

    public IEnumerable<string> FirstWords => _byFirstWord.Keys;

    public bool Knows(string firstWord) => _byFirstWord.ContainsKey(firstWord);

    public void Add(string phrase, T value)
    {
        var words = phrase.Split(' ');
        if (!_byFirstWord.TryGetValue(words[0], out var phrases))
        {
            _byFirstWord[words[0]] = phrases = [];
        }

        phrases.Add((words, value));
        phrases.Sort((left, right) => right.Words.Length.CompareTo(left.Words.Length));
    }

    /// <summary>What is found at a place, longer phrases first. Hyphens between the words do not matter.</summary>
    /// <param name="first">The spelling to look for in place of the first word, for example a corrected one.</param>
    /// <returns>The values and how many words of the text each phrase takes.</returns>
    public IReadOnlyList<(T Value, int Length)> At(IReadOnlyList<Word> words, int at, string? first = null)
    {
        if (!_byFirstWord.TryGetValue(first ?? words[at].Folded, out var phrases))
        {
            return [];
        }

        var found = new List<(T, int)>();
        foreach (var (phrase, value) in phrases)
        {
            if (LengthOf(phrase, words, at) is var length and > 0)
            {
                found.Add((value, length));
            }
        }

        return found;
    }

    private static int LengthOf(string[] phrase, IReadOnlyList<Word> words, int at)
    {
        var next = at + 1;
        for (var index = 1; index < phrase.Length; index++, next++)
        {
            if (next + 1 < words.Count && words[next].Folded == "-" && phrase[index] != "-")
            {
                next++;
            }

            if (next >= words.Count || words[next].Folded != phrase[index])
            {
                return 0;
            }
        }

        return next - at;
    }
}
