using PromptLab.Everflow;

namespace PromptLab.Workflows.TrackingLinks;

/// <summary>What came of carrying out a confirmed approval.</summary>
public abstract record LinkApprovalResult
{
    private LinkApprovalResult()
    {
    }

    /// <summary>Approved, seen to be approved, and the link is there.</summary>
    /// <param name="OthersChanged">Whether another partner's setting on the offer is not as it was before.</param>
    public sealed record Linked(string Url, bool OthersChanged) : LinkApprovalResult;

    /// <summary>Approved and seen to be approved; the link was not made.</summary>
    public sealed record ApprovedOnly(EverflowException Failure, bool OthersChanged) : LinkApprovalResult;

    /// <summary>The network is not in the state that the person said yes to; nothing was written.</summary>
    public sealed record Changed(LinkReading Now) : LinkApprovalResult;

    /// <summary>The partner is not approved, and no link was made.</summary>
    /// <param name="Failure">Null when a stopped process never came to send the change.</param>
    public sealed record NothingChanged(EverflowException? Failure) : LinkApprovalResult;

    /// <summary>The change was sent, and the network does not tell whether it has it. The state must be read again later.</summary>
    public sealed record Uncertain(string Reference) : LinkApprovalResult;

    /// <summary>Another process carries the action out.</summary>
    public sealed record TakenOver : LinkApprovalResult;
}
