namespace PromptLab.Workflows.Schedules;

/// <summary>One scheduled moment of one schedule.</summary>
/// <param name="Target">What the schedule runs, for example the id of an alert rule.</param>
/// <param name="Payload">JSON as the schedule was saved with.</param>
/// <param name="At">The scheduled instant, also when the run is late.</param>
/// <param name="Zone">The schedule's own: which day it is for.</param>
public sealed record ScheduledSlot(Guid ScheduleId, string Owner, string Target, string Payload, DateTimeOffset At, TimeZoneInfo Zone)
{
    /// <summary>Of the run, the same in every attempt: what the run writes once can carry it.</summary>
    public Guid RunId { get; init; }
}
