namespace PromptLab.Data.Turns;

public sealed record TurnRow
{
    public required Guid Id { get; init; }

    public required Guid ConversationId { get; init; }

    public required string Owner { get; init; }

    /// <summary>One of <see cref="TurnStatus"/>.</summary>
    public required string Status { get; init; }

    public required string Door { get; init; }

    public required string Message { get; init; }

    public string? IdempotencyKey { get; init; }

    public required string Node { get; init; }

    public DateTimeOffset? CancelRequestedAt { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public string? Provider { get; init; }

    public string? Model { get; init; }

    public string? PromptName { get; init; }

    public int? PromptVersion { get; init; }

    public string? PromptHash { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    /// <summary>In the currency of the model's prices; null when they are unknown.</summary>
    public decimal? Cost { get; init; }

    public long? DurationMs { get; init; }

    public string? Outcome { get; init; }

    public string? ErrorCode { get; init; }

    public string? ReferenceId { get; init; }

    /// <summary>JSON array of tool calls with resolved arguments, duration and status; null when there were none.</summary>
    public string? ToolCalls { get; init; }
}
