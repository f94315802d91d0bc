namespace PromptLab.Planner.Offline.Reading;

/// <summary>A number and what it counts.</summary>
internal sealed record Quantity(Measure Measure, decimal Value, int At, int End);
