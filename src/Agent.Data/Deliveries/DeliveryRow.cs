namespace PromptLab.Data.Deliveries;

public sealed record DeliveryRow
{
    /// <summary>The same in every attempt: who receives it twice can tell.</summary>
    public required Guid Id { get; init; }

    public required string Key { get; init; }

    public required string Channel { get; init; }

    public required string Payload { get; init; }

    /// <summary>One of <see cref="DeliveryStatus"/>.</summary>
    public required string Status { get; init; }

    public int Attempts { get; init; }

    /// <summary>The process that made the last attempt.</summary>
    public string? Node { get; init; }

    /// <summary>While it is pending: when it may be sent, again or by another process.</summary>
    public DateTimeOffset AvailableAt { get; init; }

    /// <summary>Why the last attempt failed, in words of ours; null when none did.</summary>
    public string? LastError { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}
