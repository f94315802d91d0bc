namespace PromptLab.Data.Schedules;

/// <summary>A run that this process holds until its lease ends.</summary>
public sealed record ClaimedRun(ScheduleRunRow Run, ScheduleRow Schedule);
