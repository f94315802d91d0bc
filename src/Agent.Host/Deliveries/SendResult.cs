namespace PromptLab.Host.Deliveries;

/// <summary>What came of one attempt to send.</summary>
internal abstract record SendResult
{
    private SendResult()
    {
    }

    public sealed record Sent : SendResult;

    /// <param name="Error">In words of ours; the receiver's are never kept.</param>
    /// <param name="Wait">What the receiver asked for; null when it did not say.</param>
    public sealed record TryAgain(string Error, TimeSpan? Wait) : SendResult;

    /// <summary>The same message will not be taken later either.</summary>
    public sealed record Refused(string Error) : SendResult;
}
