namespace PromptLab.Planner.Planning;

/// <summary>An earlier message of the conversation.</summary>
public sealed record PlannerMessage(bool IsUser, string Text);
