using PromptLab.Plugins.Arguments;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Plugins.Schedules;

/// <summary>Reads how often something is to run. What cannot be read is asked back.</summary>
internal static class WhenArgument
{
    private const string Argument = "when";
    private const string Possible = "I can run it on days of the week or on a day of the month, once a day: for example “every Monday at 9”, “weekdays at 07:30” or “on the 1st of every month at 9”.";

    private static readonly ToolChoice[] Usual =
        [new("Every Monday at 9", "every Monday at 9"), new("Weekdays at 9", "weekdays at 9"), new("Every day at 9", "every day at 9")];

    /// <returns>Null when it is asked about.</returns>
    public static ScheduleTimes? Read(RequestDraft draft, string timeZone)
    {
        var text = draft.Given.Text(Argument);
        switch (text is null ? new WhenReading.Unclear() : WhenPhrases.Read(text))
        {
            case WhenReading.Times said:
                var times = new ScheduleTimes(said.Time, said.Days, timeZone) { DayOfMonth = said.DayOfMonth };
                draft.Settle(Argument, WhenText.Of(times));
                draft.Show(Argument, "When", $"{WhenText.Of(times)} ({timeZone})");
                return times;
            case WhenReading.NoTime:
                draft.Settle(Argument, text!);
                draft.Ask(Argument, "At what time?", new ToolChoice("At 8", $"{text} at 8"), new ToolChoice("At 9", $"{text} at 9"));
                return null;
            case WhenReading.NoDay:
                draft.Ask(Argument, $"On which day, and at what time? {Possible}", Usual);
                return null;
            case WhenReading.Impossible:
                draft.Ask(Argument, $"“{MarkdownText.Escape(text!)}” is not possible. {Possible}", Usual);
                return null;
            default:
                draft.Ask(Argument, text is null ? $"When? {Possible}" : $"I cannot read “{MarkdownText.Escape(text)}” as a repeated time. {Possible}", Usual);
                return null;
        }
    }
}
