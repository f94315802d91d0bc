using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using PromptLab.Data.Schedules;
using PromptLab.Plugins.Rendering;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.Schedules;

namespace PromptLab.Plugins.Schedules;

/// <summary>What a person reads of their schedules.</summary>
internal static class ScheduleAnswer
{
    private const int MostChoices = 8;

    public static ToolOutcome Created(ScheduleView made, ScheduleToolRequest.Create request)
    {
        var text = new StringBuilder(
            $"Scheduled as number {made.Number}: **{MarkdownText.Escape(made.Title)}**, {made.When} ({made.TimeZone}).");
        if (request.Request.Example is { } example)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n\nPeriod: {Period(request, example)}");
        }

        text.Append(CultureInfo.InvariantCulture, $"\n\nNext run: {made.NextRunText()}. The answer comes into this conversation. To stop it, say “cancel schedule {made.Number}”.");
        return Answer("create", text.ToString(), made);
    }

    public static ToolOutcome Listed(IReadOnlyList<ScheduleRow> rows)
    {
        if (rows.Count == 0)
        {
            return Answer("list", "Nothing is scheduled. For example, say “send me the weekly summary every Monday at 9”.");
        }

        var text = new StringBuilder("What is scheduled:\n\n| No. | What | When | Next run | Last result |\n| ---: | --- | --- | --- | --- |\n");
        foreach (var row in rows)
        {
            var view = ScheduleView.Of(row);
            text.Append(CultureInfo.InvariantCulture, $"| {row.Number} | {MarkdownText.Escape(row.Title)} | {view.When} ({row.TimeZone}) | {view.NextRunText()} | {row.LastStatus ?? "–"} |\n");
        }

        return Answer("list", text.Append("\nTo stop one, say for example “cancel schedule ").Append(rows[0].Number).Append("”.").ToString(), [.. rows.Select(ScheduleView.Of)]);
    }

    public static ToolOutcome Cancelled(ScheduleView gone) => Answer(
        "cancel",
        $"Schedule {gone.Number} is cancelled: **{MarkdownText.Escape(gone.Title)}**, {gone.When}. It will not run again; ask for it once more to have it back.",
        gone with { Enabled = false, NextRun = null });

    public static ToolOutcome NotFound(IReadOnlyList<ScheduleRow> rows) => new ToolOutcome.Failed(new ToolProblem(
        "schedule_not_found",
        rows.All(row => row.Kind != ScheduleKind.Workflow) ? "You have nothing scheduled, so there is nothing to cancel." : "There is no such schedule. Which one do you mean?",
        Choices(rows)));

    public static ToolOutcome OfRule(ScheduleView rule) => new ToolOutcome.Failed(new ToolProblem(
        "schedule_of_rule", $"Schedule {rule.Number} belongs to the alert rule “{MarkdownText.Escape(rule.Title)}”. It is switched off with the rule, at /api/v1/alert-rules.", []));

    public static ToolOutcome Which(IReadOnlyList<ScheduleRow> rows) =>
        new ToolOutcome.Asked(new ToolQuestion("Which schedule shall I cancel?", ["workflow"], Choices(rows)));

    /// <summary>The card of a schedule.</summary>
    public static Card CardOf(ScheduleView view) => new("schedule", new JsonObject
    {
        ["id"] = view.Id,
        ["number"] = view.Number,
        ["title"] = view.Title,
        ["when"] = view.When,
        ["time_zone"] = view.TimeZone,
        ["next_run"] = view.NextRun,
        ["enabled"] = view.Enabled,
    });

    private static string Period(ScheduleToolRequest.Create request, string example) =>
        request.IsFixed ? $"{example}. These are fixed days: every run shows the same ones."
        : request.Request.Arguments["date_range"] is { } said ? $"{MarkdownText.Escape(said.ToString())}, counted anew for each run; today that is {example}."
        : $"counted anew for each run; today that is {example}.";

    private static List<ToolChoice> Choices(IReadOnlyList<ScheduleRow> rows) =>
        [.. rows.Where(row => row.Kind == ScheduleKind.Workflow).Take(MostChoices).Select(row => new ToolChoice($"{row.Number}: {row.Title}, {ScheduleView.Of(row).When}", $"cancel schedule {row.Number}"))];

    private static ToolOutcome.Answered Answer(string action, string text, params IReadOnlyList<ScheduleView> schedules) => new(
        new ToolAnswer(text, [.. schedules.Select(CardOf)], DigestText.Clean($"{action}: {schedules.Count} schedule(s)"), new Dictionary<string, ShownEntity>())
        {
            Result = new ScheduleToolResult(action, schedules),
        });
}
