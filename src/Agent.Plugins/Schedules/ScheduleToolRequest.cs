using PromptLab.Workflows.Schedules;

namespace PromptLab.Plugins.Schedules;

/// <summary>What the tool <c>schedule</c> is to do.</summary>
public abstract record ScheduleToolRequest
{
    private ScheduleToolRequest()
    {
    }

    public sealed record Create(ScheduledRequest Request, string Title, ScheduleTimes Times, bool IsFixed) : ScheduleToolRequest;

    public sealed record List : ScheduleToolRequest;

    /// <param name="Which">A number, or words of the title or times; null when it was not said.</param>
    public sealed record Cancel(string? Which) : ScheduleToolRequest;
}
