namespace PromptLab.Data.Feed;

/// <summary>What a feed item tells of.</summary>
public static class FeedKind
{
    /// <summary>The agent has written into a conversation by itself.</summary>
    public const string Message = "message";

    /// <summary>An alert is new or has changed its state.</summary>
    public const string Alert = "alert";

    /// <summary>A pending action has changed its status.</summary>
    public const string PendingAction = "pending_action";
}
