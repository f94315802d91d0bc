namespace PromptLab.Data.Schedules;

public static class ScheduleRunStatus
{
    /// <summary>Handed out: it runs, waits for a thread, or for its next attempt.</summary>
    public const string Running = "running";

    public const string Succeeded = "succeeded";

    public const string Failed = "failed";

    /// <summary>Its time passed while nothing ran here, and it was too late to catch up.</summary>
    public const string Missed = "missed";
}
