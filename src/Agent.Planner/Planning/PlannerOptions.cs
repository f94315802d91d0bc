namespace PromptLab.Planner.Planning;

/// <summary>Section <c>Planner</c>.</summary>
public sealed class PlannerOptions
{
    public const string Section = "Planner";

    /// <summary>The name of the planner; null for the best one that is built in.</summary>
    public string? Kind { get; set; }
}
