using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Schedules;

/// <summary>Finds the phrases of <c>schedules.txt</c> in the words of a message.</summary>
internal static class ScheduleWords
{
    private static readonly Dictionary<ScheduleWord, string[][]> Phrases = EmbeddedLines.Read(typeof(ScheduleWords), "schedules.txt").ToDictionary(
        line => Enum.Parse<ScheduleWord>(line[..line.IndexOf(':', StringComparison.Ordinal)]),
        line => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Split(',', StringSplitOptions.TrimEntries)
            .Select(phrase => phrase.Split(' ')).OrderByDescending(phrase => phrase.Length).ToArray());

    public static bool Has(IReadOnlyList<string> words, ScheduleWord kind) =>
        Enumerable.Range(0, words.Count).Any(at => LengthAt(words, at, kind) > 0);

    /// <summary>How many words the phrase takes that begins at a word; 0 when none does.</summary>
    public static int LengthAt(IReadOnlyList<string> words, int at, ScheduleWord kind) =>
        Phrases[kind].FirstOrDefault(phrase => at + phrase.Length <= words.Count && phrase.SequenceEqual(words.Skip(at).Take(phrase.Length)))?.Length ?? 0;
}
