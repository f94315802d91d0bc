namespace PromptLab.Simulator.Traffic;

/// <summary>One day of the network within a report, cut where the report's own days or hours begin.</summary>
/// <param name="Number"><see cref="DateOnly.DayNumber"/>.</param>
/// <param name="DaysAgo">0 is the current day.</param>
/// <param name="Rhythms">Business by rhythm.</param>
internal sealed record TrafficDay(int Number, int DaysAgo, DateTimeOffset Start, TimeSpan Length, float[] Rhythms, DayShare[] Shares);
