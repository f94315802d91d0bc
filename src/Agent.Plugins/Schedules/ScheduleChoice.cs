using System.Globalization;
using PromptLab.Data.Schedules;
using PromptLab.Workflows.Schedules;
using PromptLab.Workflows.Words;

namespace PromptLab.Plugins.Schedules;

/// <summary>Which schedule a person means: "2", "the Monday summary", "it".</summary>
internal static class ScheduleChoice
{
    public const int Most = 200;

    private static readonly HashSet<string> Filler =
        ["the", "a", "my", "me", "that", "this", "it", "schedule", "scheduled", "sending", "number", "no", "every", "weekly", "daily", "report", "at", "on", "of", "for", "and", "please",
         "de", "het", "van", "mijn", "der", "die", "das", "den", "vom", "am", "meine", "el", "la", "los", "del", "mi", "le", "les", "du", "ma"];

    /// <summary>All that fit. What was not said means the only one of the person's own.</summary>
    public static IReadOnlyList<ScheduleRow> Find(IReadOnlyList<ScheduleRow> rows, string? which)
    {
        var words = WordReader.Read(which ?? "").Where(word => !word.IsPunctuation).Select(word => word.Folded).ToList();
        if (words.Select(Number).OfType<int>().ToList() is [var number] && rows.FirstOrDefault(row => row.Number == number) is { } numbered)
        {
            return [numbered];
        }

        var telling = words.Where(word => !Filler.Contains(word)).ToList();
        return telling.Count == 0
            ? words.Any(word => Number(word) is not null) ? [] : [.. rows.Where(row => row.Kind == ScheduleKind.Workflow)]
            : [.. rows.Where(row => telling.All(word => Fits(row, word)))];
    }

    /// <summary>A word of its title, its day, or a word for its workflow, in any of the languages.</summary>
    private static bool Fits(ScheduleRow row, string word) =>
        (WhenPhrases.Day(word) is { } day && row.Days.Contains(day.ToString(), StringComparison.Ordinal))
        || (SchedulableTools.Find(word) is { } tool && row.Kind == ScheduleKind.Workflow && ScheduledRequest.Parse(row.Payload).Tool == tool)
        || Text(row).Any(has => has.StartsWith(word.TrimEnd('s'), StringComparison.Ordinal));

    private static int? Number(string word) =>
        int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static IEnumerable<string> Text(ScheduleRow row) =>
        WordReader.Read($"{row.Title} {ScheduleView.Of(row).When}").Select(word => word.Folded);
}
