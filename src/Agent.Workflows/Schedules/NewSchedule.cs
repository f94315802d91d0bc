namespace PromptLab.Workflows.Schedules;

/// <param name="Kind">One of <see cref="ScheduleKind"/>.</param>
/// <param name="Target">One schedule per kind and target.</param>
/// <param name="Title">What people read in the list.</param>
/// <param name="Payload">JSON object that the kind's work gets back.</param>
public sealed record NewSchedule(string Kind, string Target, string Owner, string Title, ScheduleTimes Times, string Payload)
{
    public bool IsEnabled { get; init; } = true;
}
