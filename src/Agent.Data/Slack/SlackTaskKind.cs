namespace PromptLab.Data.Slack;

public static class SlackTaskKind
{
    /// <summary>A person's message in Slack.</summary>
    public const string Message = "message";

    /// <summary>A person's yes or no by a button.</summary>
    public const string Decision = "decision";

    /// <summary>A message that was posted with an API key.</summary>
    public const string Post = "post";

    /// <summary>What the agent said by itself in a conversation that is held in Slack.</summary>
    public const string Announcement = "announcement";
}
