using PromptLab.Data.PendingActions;

namespace PromptLab.Data.Turns;

/// <summary>Everything that the end of a turn leaves behind, stored at once.</summary>
/// <param name="Status">One of <see cref="TurnStatus"/>, not running.</param>
public sealed record TurnCompletion(Guid TurnId, Guid ConversationId, string Status)
{
    /// <summary>The events that were not appended yet, in order.</summary>
    public IReadOnlyList<StoredEvent> Events { get; init; } = [];

    public AssistantMessage? Message { get; init; }

    /// <summary>New JSON state of the conversation; null keeps the present one.</summary>
    public string? State { get; init; }

    public string? Provider { get; init; }

    public string? Model { get; init; }

    public string? PromptName { get; init; }

    public int? PromptVersion { get; init; }

    public string? PromptHash { get; init; }

    public long InputTokens { get; init; }

    public long OutputTokens { get; init; }

    /// <summary>Calls of tools or with arguments that do not exist.</summary>
    public int RejectedCalls { get; init; }

    public decimal? Cost { get; init; }

    public long DurationMs { get; init; }

    public string? Outcome { get; init; }

    public string? ErrorCode { get; init; }

    public string? ReferenceId { get; init; }

    /// <summary>JSON array of tool calls with resolved arguments, duration and status.</summary>
    public string? ToolCalls { get; init; }

    /// <summary>Actions that the message proposes: they exist exactly when it does.</summary>
    public IReadOnlyList<NewPendingAction> Proposed { get; init; } = [];

    /// <summary>Actions whose end the message tells.</summary>
    public IReadOnlyList<PendingActionEnd> Ended { get; init; } = [];
}
