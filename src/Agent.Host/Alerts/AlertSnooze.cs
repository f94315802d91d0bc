namespace PromptLab.Host.Alerts;

/// <param name="Until">An instant, a day, or words: <c>3 days</c>, <c>Monday</c>.</param>
public sealed record AlertSnooze(string? Until);
