namespace PromptLab.Data.Executions;

public static class ExecutionStatus
{
    public const string Running = "running";

    public const string Completed = "completed";

    public const string Failed = "failed";

    public const string Cancelled = "cancelled";

    /// <summary>Its process ended before it did.</summary>
    public const string Interrupted = "interrupted";

    public static IReadOnlyList<string> All { get; } = [Running, Completed, Failed, Cancelled, Interrupted];
}
