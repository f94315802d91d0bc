namespace PromptLab.Planner.Offline.Reading;

/// <summary>A name and a value that were given to each other: <c>sub1=newsletter</c>, <c>month = December</c>.</summary>
/// <param name="IsExplicit">With a sign between them.</param>
internal sealed record Assignment(string Name, string Value, int At, int End, bool IsExplicit);
