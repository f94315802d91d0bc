using PromptLab.Workflows.Words;

namespace PromptLab.Planner.Offline.Alerts;

/// <summary>The file <c>alert-words.txt</c>.</summary>
internal static class AlertWords
{
    private static readonly Dictionary<string, PhraseIndex<string>> Lists = Load();

    /// <summary>What to do with an alert, said outright.</summary>
    public static PhraseIndex<string> Commands => Lists["command"];

    /// <summary>What to do with an alert when one is named or was shown.</summary>
    public static PhraseIndex<string> LikelyCommands => Lists["when"];

    /// <summary>What an alert is, in "mark … as resolved".</summary>
    public static PhraseIndex<string> States => Lists["as"];

    public static int LengthOf(string list, IReadOnlyList<Word> words, int at) => Lists[list].At(words, at) is [var longest, ..] ? longest.Length : 0;

    private static Dictionary<string, PhraseIndex<string>> Load()
    {
        var lists = new Dictionary<string, PhraseIndex<string>>();
        foreach (var line in EmbeddedLines.Read(typeof(AlertWords), "alert-words.txt"))
        {
            var (head, phrases) = (line[..line.IndexOf(':', StringComparison.Ordinal)].Split(' '), line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            var list = head.Length > 1 ? head[1] : head[0] is "acknowledge" or "snooze" or "resolve" or "reopen" ? "command" : head[0];
            lists.TryAdd(list, new PhraseIndex<string>());
            foreach (var phrase in phrases.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                lists[list].Add(phrase, head[0]);
            }
        }

        return lists;
    }
}
