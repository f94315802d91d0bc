using PromptLab.Data.Alerts;

namespace PromptLab.Workflows.Alerts;

/// <summary>What came of acknowledging, snoozing, resolving or re-opening.</summary>
public abstract record AlertUpdate
{
    private AlertUpdate()
    {
    }

    public sealed record Done(AlertView Alert) : AlertUpdate;

    /// <summary>The user was told of no such alert.</summary>
    public sealed record NotFound : AlertUpdate;

    /// <param name="Reason">Why its state does not allow it, as a sentence.</param>
    public sealed record Refused(AlertView Alert, string Reason) : AlertUpdate;
}
