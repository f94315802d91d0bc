namespace PromptLab.Simulator.Traffic;

/// <summary>What one stream brought on one whole day.</summary>
/// <param name="Hash">Decides how the figures spread over the day, and each conversion's fate.</param>
internal readonly record struct DayCounts(int Impressions, int Unique, int Duplicate, int Invalid, int Conversions, ulong Hash);
