namespace PromptLab.Workflows.AlertRules;

/// <summary>A rule as somebody writes it, in a request or in the configuration. What is missing keeps its value, or gets the kind's default.</summary>
public sealed record AlertRuleDraft
{
    /// <summary>1 to 100 characters.</summary>
    public string? Name { get; init; }

    /// <summary><c>default_pages</c> or <c>paused_partners</c>; cannot be changed later.</summary>
    public string? Kind { get; init; }

    public bool? Enabled { get; init; }

    public AlertThresholds? Thresholds { get; init; }

    public AlertExclusions? Exclusions { get; init; }

    public AlertTimes? Schedule { get; init; }

    /// <summary><c>chat</c> and names of configured channels.</summary>
    public IReadOnlyList<string>? Channels { get; init; }

    /// <summary>Users; <c>*</c> for everybody who has a key, and the local user.</summary>
    public IReadOnlyList<string>? Subscribers { get; init; }

    /// <summary>Nothing is announced until then; a time that has passed wakes the rule up.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>Whether it holds more than a switch.</summary>
    internal bool ChangesMoreThanEnabled => (this with { Enabled = null, SnoozedUntil = null }) != new AlertRuleDraft();
}
