namespace PromptLab.Data.Schedules;

public sealed record ScheduleRow
{
    public required Guid Id { get; init; }

    /// <summary>What people call it by; unique among all schedules.</summary>
    public int Number { get; init; }

    public required string Owner { get; init; }

    /// <summary><c>workflow</c>, <c>alert_rule</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>What it runs, unique within its kind.</summary>
    public required string Target { get; init; }

    public required string Title { get; init; }

    /// <summary>JSON that its kind reads.</summary>
    public required string Payload { get; init; }

    /// <summary><c>HH:mm</c> in <see cref="TimeZone"/>.</summary>
    public required string Time { get; init; }

    /// <summary>English names of days, by comma; empty for every day.</summary>
    public required string Days { get; init; }

    /// <summary>1 to 31, the last day of shorter months; null when it does not go by months.</summary>
    public int? DayOfMonth { get; init; }

    /// <summary>IANA name.</summary>
    public required string TimeZone { get; init; }

    public bool IsEnabled { get; init; }

    /// <summary>The next slot that has not been handed out; null when it is switched off.</summary>
    public DateTimeOffset? NextRunAt { get; init; }

    /// <summary>Slots that failed since the last one that succeeded.</summary>
    public int FailureStreak { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    public string? LastStatus { get; init; }

    public DateTimeOffset? LastSlot { get; init; }

    public DateTimeOffset? LastFinishedAt { get; init; }

    public string? LastSummary { get; init; }
}
