namespace PromptLab.Workflows.TrackingLinks;

/// <summary>What came of asking for a link.</summary>
public abstract record LinkResult
{
    private LinkResult()
    {
    }

    /// <param name="Url">The network's own, as given.</param>
    public sealed record Linked(LinkAccess Access, string Url) : LinkResult;

    /// <summary>Nothing was written; a person must say yes first.</summary>
    public sealed record NeedsApproval(LinkAccess Access) : LinkResult;

    public sealed record Refused(LinkRefusal Reason) : LinkResult;
}
