namespace PromptLab.Workflows.Entities;

/// <summary>Which names hold which words, so that a word is compared once however many names hold it.</summary>
internal sealed class WordIndex
{
    private readonly Word[] _words;
    private readonly int[][] _names;
    private readonly Dictionary<string, int> _positions;

    public WordIndex(IReadOnlyList<string[]> names)
    {
        var postings = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var name = 0; name < names.Count; name++)
        {
            foreach (var word in names[name].Distinct(StringComparer.Ordinal))
            {
                (postings.TryGetValue(word, out var list) ? list : postings[word] = []).Add(name);
            }
        }

        _words = [.. postings.Keys.Select(word => new Word(word))];
        _names = [.. postings.Values.Select(list => list.ToArray())];
        _positions = _words.Index().ToDictionary(word => word.Item.Text, word => word.Index, StringComparer.Ordinal);
    }

    /// <summary>Raises <paramref name="best"/> (one place per name) to the similarity of the name's nearest word.</summary>
    public void Compare(in Word typed, Span<float> best)
    {
        if (_positions.TryGetValue(typed.Text, out var same))
        {
            Raise(best, _names[same], 1);
        }

        for (var word = 0; word < _words.Length; word++)
        {
            var similarity = WordSimilarity.Of(typed, _words[word]);
            if (similarity >= WordSimilarity.Least)
            {
                Raise(best, _names[word], (float)similarity);
            }
        }
    }

    private static void Raise(Span<float> best, int[] names, float similarity)
    {
        foreach (var name in names)
        {
            best[name] = Math.Max(best[name], similarity);
        }
    }
}
