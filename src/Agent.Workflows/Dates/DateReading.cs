namespace PromptLab.Workflows.Dates;

/// <summary>One meaning of the words at a place.</summary>
/// <param name="Length">How many words it takes.</param>
/// <param name="IsWeak">The phrase is also an ordinary word.</param>
internal readonly record struct DateReading(DateSign Sign, int Value, int Length, bool IsWeak);
