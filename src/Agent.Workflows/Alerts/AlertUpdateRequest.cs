namespace PromptLab.Workflows.Alerts;

/// <summary>What somebody wants done with an alert.</summary>
/// <param name="Number">Null for the one that the conversation showed last, or the only open one.</param>
/// <param name="Action">One of <see cref="Data.Alerts.AlertAction"/>.</param>
/// <param name="Until">For a snooze.</param>
public sealed record AlertUpdateRequest(long? Number, string Action, DateTimeOffset? Until);
