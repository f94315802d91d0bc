namespace PromptLab.Data.Turns;

public static class TurnStatus
{
    public const string Running = "running";

    public const string Completed = "completed";

    public const string Failed = "failed";

    public const string Cancelled = "cancelled";

    /// <summary>Its node died, or lost the conversation to another node.</summary>
    public const string Interrupted = "interrupted";
}
