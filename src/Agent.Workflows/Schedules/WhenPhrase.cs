namespace PromptLab.Workflows.Schedules;

/// <summary>A repeated time in a text.</summary>
/// <param name="Start">Index of its first character.</param>
/// <param name="End">Index behind its last character.</param>
public sealed record WhenPhrase(int Start, int End, WhenReading Reading);
