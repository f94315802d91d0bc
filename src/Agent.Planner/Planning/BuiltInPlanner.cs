namespace PromptLab.Planner.Planning;

/// <summary>A planner that this program has. The one that was registered last is the default.</summary>
public sealed record BuiltInPlanner(string Name);
