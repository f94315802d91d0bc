namespace PromptLab.Planner.Confirmations;

/// <summary>How a message answers a pending confirmation.</summary>
public enum Confirmation
{
    /// <summary>Anything that is more or other than a plain yes or no; it goes on to the planner.</summary>
    Neither,
    Yes,
    No,
}
