namespace PromptLab.Data.Runs;

public static class RunStepStatus
{
    public const string Pending = "pending";

    public const string Running = "running";

    public const string Completed = "completed";

    public const string Failed = "failed";

    public const string Skipped = "skipped";

    public const string Cancelled = "cancelled";

    /// <summary>Its process ended before it did.</summary>
    public const string Interrupted = "interrupted";
}
