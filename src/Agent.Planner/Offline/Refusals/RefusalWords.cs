using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Refusals;

/// <summary>The files <c>refusals.txt</c> and <c>things.txt</c>: a head and its phrases per line.</summary>
internal static class RefusalWords
{
    public static IReadOnlyList<(string Head, IReadOnlyList<string> Phrases)> Refusals { get; } = Read("refusals.txt");

    public static IReadOnlyList<(string Head, IReadOnlyList<string> Phrases)> Things { get; } = Read("things.txt");

    /// <summary>Every single word: none of them is a misspelt name.</summary>
    public static IEnumerable<string> All =>
        Refusals.Concat(Things).SelectMany(line => line.Phrases).SelectMany(phrase => phrase.Split(' '));

    private static List<(string, IReadOnlyList<string>)> Read(string name) =>
    [
        .. EmbeddedLines.Read(typeof(RefusalWords), name).Select(line => line.Split(':', 2)).Select(parts => (
            parts[0], (IReadOnlyList<string>)[.. parts[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct()])),
    ];
}
