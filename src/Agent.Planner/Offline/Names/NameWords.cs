using PromptLab.Workflows.Entities;
using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Names;

/// <summary>The words of all names of one kind, and which names they are in.</summary>
internal sealed class NameWords
{
    private const int ShortestCorrected = 4;
    private const int ShortestStem = 4;
    private const double Slip = 0.85;

    private static readonly IReadOnlyDictionary<int, double> None = new Dictionary<int, double>();

    private readonly Dictionary<string, List<int>> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<string>> _byInitial = [];
    private readonly Dictionary<string, List<int>> _initials = new(StringComparer.Ordinal);
    private readonly HashSet<int> _ids = [];

    public NameWords(EntityKind kind, IReadOnlyList<NamedEntity> entities)
    {
        Kind = kind;
        Lengths = new int[entities.Count];
        for (var name = 0; name < entities.Count; name++)
        {
            Add(name, entities[name]);
        }
    }

    public EntityKind Kind { get; }

    /// <summary>How many words each name has.</summary>
    public int[] Lengths { get; }

    public bool Holds(string folded) => _names.ContainsKey(folded);

    public bool HasId(int id) => _ids.Contains(id);

    /// <summary>True for "GMN" when a name has these initials.</summary>
    public bool HasInitials(string folded) => _initials.ContainsKey(folded);

    /// <summary>The names that hold a word, with how sure it is that word.</summary>
    /// <param name="mayCorrect">Whether a misspelt or shortened word is looked for too.</param>
    public IReadOnlyDictionary<int, double> With(string folded, bool mayCorrect)
    {
        if (_names.TryGetValue(folded, out var exact) || _names.TryGetValue(OtherNumber(folded), out exact))
        {
            return exact.Distinct().ToDictionary(name => name, _ => 1.0);
        }

        if (!mayCorrect || !_byInitial.TryGetValue(folded[0], out var candidates))
        {
            return None;
        }

        var found = new Dictionary<int, double>();
        foreach (var candidate in candidates.Where(candidate => IsNear(folded, candidate)))
        {
            foreach (var name in _names[candidate])
            {
                found[name] = Slip;
            }
        }

        return found;
    }

    private static string OtherNumber(string folded) => folded.Length > 3 && folded.EndsWith('s') ? folded[..^1] : folded + "s";

    private static bool IsNear(string folded, string candidate) =>
        Spelling.Shortens(folded, candidate)
        || (folded.Length >= ShortestStem && candidate.StartsWith(folded, StringComparison.Ordinal))
        || (folded.Length >= ShortestCorrected && candidate.Length >= ShortestCorrected
            && Spelling.Distance(folded, candidate, Spelling.Tolerance(Math.Max(folded.Length, candidate.Length))) <= Spelling.Tolerance(Math.Max(folded.Length, candidate.Length)));

    private void Add(int name, NamedEntity entity)
    {
        _ids.Add(entity.Id);
        string[] words = [.. WordReader.Read(entity.Name).Where(word => !word.IsPunctuation).Select(word => word.Folded)];
        Lengths[name] = words.Length;
        foreach (var word in words)
        {
            if (!_names.TryGetValue(word, out var names))
            {
                _names[word] = names = [];
                (_byInitial.TryGetValue(word[0], out var same) ? same : _byInitial[word[0]] = []).Add(word);
            }

            names.Add(name);
        }

        if (words.Length > 1)
        {
            var initials = string.Concat(words.Where(word => char.IsLetter(word[0])).Select(word => word[0]));
            (_initials.TryGetValue(initials, out var same) ? same : _initials[initials] = []).Add(name);
        }
    }
}
