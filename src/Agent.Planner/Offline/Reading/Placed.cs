namespace PromptLab.Planner.Offline.Reading;

/// <summary>A value and the words that it was read from.</summary>
internal sealed record Placed<T>(T Value, int At, int End);
