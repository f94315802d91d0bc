namespace PromptLab.Data.PendingActions;

public static class PendingActionStatus
{
    public const string Pending = "pending";

    public const string Executing = "executing";

    /// <summary>The network was changed as confirmed; the result says whether everything that belongs to it worked.</summary>
    public const string Done = "done";

    /// <summary>Confirmed, and nothing was changed.</summary>
    public const string Failed = "failed";

    public const string Cancelled = "cancelled";

    public const string Expired = "expired";

    /// <summary>A newer proposal for the same thing stands in its place.</summary>
    public const string Replaced = "replaced";

    public static IReadOnlyList<string> All { get; } = [Pending, Executing, Done, Failed, Cancelled, Expired, Replaced];
}
