namespace PromptLab.Data.Audit;

/// <summary>What the audit log records.</summary>
public static class AuditAction
{
    /// <summary>A link was asked for and refused, with the reason as the result.</summary>
    public const string LinkRefused = "link_refused";

    public const string ApprovalProposed = "approval_proposed";

    public const string ApprovalConfirmed = "approval_confirmed";

    public const string ApprovalCancelled = "approval_cancelled";

    public const string ApprovalExpired = "approval_expired";

    public const string ApprovalReplaced = "approval_replaced";

    /// <summary>The change is about to be sent to the network.</summary>
    public const string ApprovalStarted = "approval_started";

    /// <summary>The network shows the partner as approved, or, with another result, does not.</summary>
    public const string PartnerApproved = "partner_approved";

    public const string LinkCreated = "link_created";

    /// <summary>A stopped process left the action behind, and this one looks after it.</summary>
    public const string ActionRecovered = "action_recovered";

    public const string ActionFinished = "action_finished";
}
