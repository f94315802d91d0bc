using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>Which words already belong to something, so that nothing is read twice.</summary>
internal sealed class TakenWords(IReadOnlyList<Word> words)
{
    private readonly bool[] _taken = new bool[words.Count];

    public bool Is(int at) => _taken[at];

    public bool Any(int at, int end) => _taken.AsSpan(at, end - at).Contains(true);

    public void Take(int at, int end) => _taken.AsSpan(at, end - at).Fill(true);

    public void Free(int at, int end) => _taken.AsSpan(at, end - at).Clear();

    /// <summary>The words that a piece of the text covers.</summary>
    public (int At, int End) Words(int start, int end)
    {
        var at = 0;
        while (at < words.Count && words[at].End <= start)
        {
            at++;
        }

        var last = at;
        while (last < words.Count && words[last].Start < end)
        {
            last++;
        }

        return (at, last);
    }
}
