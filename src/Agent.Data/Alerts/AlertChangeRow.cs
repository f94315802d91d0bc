namespace PromptLab.Data.Alerts;

/// <summary>Who did what with an alert, and when.</summary>
public sealed record AlertChangeRow
{
    /// <summary>One of <see cref="AlertAction"/>.</summary>
    public required string Action { get; init; }

    public required string Actor { get; init; }

    /// <summary>For a snooze.</summary>
    public DateTimeOffset? Until { get; init; }

    public DateTimeOffset CreatedAt { get; init; }
}
