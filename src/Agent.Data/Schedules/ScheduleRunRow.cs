namespace PromptLab.Data.Schedules;

public sealed record ScheduleRunRow
{
    public required Guid Id { get; init; }

    public required Guid ScheduleId { get; init; }

    /// <summary>The scheduled instant, or when it was asked for.</summary>
    public DateTimeOffset Slot { get; init; }

    /// <summary>One of <see cref="ScheduleRunStatus"/>.</summary>
    public required string Status { get; init; }

    public int Attempts { get; init; }

    /// <summary>The process that made the last attempt.</summary>
    public string? Node { get; init; }

    /// <summary>While it is running: when it may be taken, again or from a process that is gone.</summary>
    public DateTimeOffset? AvailableAt { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public string? Summary { get; init; }
}
