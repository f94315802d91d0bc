namespace PromptLab.Planner.Planning;

/// <summary>Names of the ways a turn can end, as stored and as told to clients.</summary>
public static class PlannerOutcome
{
    public const string Answer = "answer";
    public const string Clarify = "clarify";
    public const string Refuse = "refuse";
    public const string Help = "help";
    public const string Smalltalk = "smalltalk";
    public const string Problem = "problem";

    /// <summary>A write waits for the person's yes.</summary>
    public const string Proposal = "proposal";

    /// <summary>The person said yes to a pending action.</summary>
    public const string ConfirmYes = "confirm_yes";

    /// <summary>The person said no to a pending action.</summary>
    public const string ConfirmNo = "confirm_no";
}
