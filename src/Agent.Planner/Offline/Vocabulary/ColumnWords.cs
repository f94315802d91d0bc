using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Vocabulary;

/// <summary>The file <c>columns.txt</c>: columns of reports by the tools' names.</summary>
internal static class ColumnWords
{
    public static PhraseIndex<string> Names { get; } = Load();

    /// <summary>Every single word of it.</summary>
    public static IEnumerable<string> All => Lines().SelectMany(line => line.Phrases).SelectMany(phrase => phrase.Split(' '));

    private static PhraseIndex<string> Load()
    {
        var index = new PhraseIndex<string>();
        foreach (var (name, phrases) in Lines())
        {
            foreach (var phrase in phrases)
            {
                index.Add(phrase, name);
            }
        }

        return index;
    }

    private static IEnumerable<(string Name, string[] Phrases)> Lines() =>
        EmbeddedLines.Read(typeof(ColumnWords), "columns.txt").Select(line => line.Split(':', StringSplitOptions.TrimEntries))
            .Select(parts => (parts[0], parts[1].Split(',', StringSplitOptions.TrimEntries)));
}
