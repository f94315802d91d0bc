namespace PromptLab.Data.Slack;

public sealed record SlackPostCount
{
    public long Count { get; init; }

    /// <summary>When the first was posted; null when there is none.</summary>
    public DateTimeOffset? First { get; init; }
}
