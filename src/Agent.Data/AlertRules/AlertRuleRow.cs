namespace PromptLab.Data.AlertRules;

public sealed record AlertRuleRow
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>What it looks for, for example <c>default_pages</c>.</summary>
    public required string Kind { get; init; }

    public bool IsEnabled { get; init; }

    /// <summary>True for a rule of the configuration, which people may only switch on and off.</summary>
    public bool IsConfigured { get; init; }

    /// <summary>JSON of thresholds, exclusions, schedule, channels and subscribers.</summary>
    public required string Definition { get; init; }

    /// <summary>Nothing is announced until then; null when it is not snoozed.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    public required string CreatedBy { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }
}
