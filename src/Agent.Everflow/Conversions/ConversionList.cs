namespace PromptLab.Everflow.Conversions;

/// <summary>All rows of a query, each once.</summary>
/// <param name="IsComplete">False when the API's own count was not reached after reading again.</param>
public sealed record ConversionList(IReadOnlyList<Conversion> Rows, bool IsComplete);
