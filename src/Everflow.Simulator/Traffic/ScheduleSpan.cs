namespace PromptLab.Simulator.Traffic;

/// <summary>Figures of each day from <paramref name="Latest"/> to <paramref name="Earliest"/> days ago, both included.</summary>
/// <param name="Every">Conversions come on each n-th day of the calendar only.</param>
internal sealed record ScheduleSpan(int Latest, int Earliest, int Clicks, int Conversions, int Every = 1);
