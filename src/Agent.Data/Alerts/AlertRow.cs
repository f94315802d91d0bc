namespace PromptLab.Data.Alerts;

public sealed record AlertRow
{
    public required Guid Id { get; init; }

    /// <summary>1, 2, 3 … : what people call it by.</summary>
    public long Number { get; init; }

    public required Guid RuleId { get; init; }

    public required string RuleName { get; init; }

    public required string Kind { get; init; }

    /// <summary>The day whose figures it is about, <c>yyyy-MM-dd</c>.</summary>
    public required string Day { get; init; }

    /// <summary>One of <see cref="AlertState"/>, as of the reading: a snooze that is over is none.</summary>
    public required string State { get; init; }

    public required string Title { get; init; }

    /// <summary>Markdown.</summary>
    public required string Text { get; init; }

    /// <summary>JSON array of label and value.</summary>
    public required string Facts { get; init; }

    /// <summary>JSON of columns and rows; null for none.</summary>
    public string? Listing { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public string? AcknowledgedBy { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    public DateTimeOffset? ResolvedAt { get; init; }
}
