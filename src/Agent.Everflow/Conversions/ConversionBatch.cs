namespace PromptLab.Everflow.Conversions;

/// <summary>A piece of a long row-level report, each row once.</summary>
/// <param name="From">First day of the piece.</param>
/// <param name="To">Last day of the piece.</param>
/// <param name="IsComplete">False when the API's own count was not reached after reading again.</param>
public sealed record ConversionBatch(DateOnly From, DateOnly To, IReadOnlyList<Conversion> Rows, bool IsComplete);
