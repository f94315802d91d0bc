namespace PromptLab.Data.Slack;

/// <summary>A message that somebody posted with an API key, in Slack's manner.</summary>
public sealed record SlackPostRow
{
    public required string Owner { get; init; }

    public required string Channel { get; init; }

    public required string Ts { get; init; }

    /// <summary>Timestamp of the thread's first message, which is the post's own when it began one.</summary>
    public required string ThreadTs { get; init; }

    public required string Text { get; init; }

    /// <summary>The turn that answers it, known before that begins; null when there will be none.</summary>
    public Guid? TurnId { get; init; }

    /// <summary>Why it has no whole answer; null otherwise.</summary>
    public string? Problem { get; init; }

    /// <summary>When its text was last changed.</summary>
    public string? EditedTs { get; init; }
}
