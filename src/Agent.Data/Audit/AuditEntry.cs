namespace PromptLab.Data.Audit;

/// <summary>One step of a write. It holds ids only: no name, no figure, no link.</summary>
/// <param name="Actor">The user on whose word it was done.</param>
/// <param name="Action">One of <see cref="AuditAction"/>.</param>
/// <param name="Confirmed">Whether a person had said yes by then.</param>
/// <param name="Result"><c>ok</c>, or a short stable code of what went otherwise.</param>
public sealed record AuditEntry(
    string Actor, string Action, int? PartnerId, int? OfferId, bool ApprovalNeeded, bool Confirmed, string Result, Guid? PendingActionId = null)
{
    public const string Ok = "ok";
}
