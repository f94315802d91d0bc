using PromptLab.Data.Audit;

namespace PromptLab.Host.Audit;

/// <summary>One step of a write: ids only, no name, no figure, no link.</summary>
/// <param name="User">On whose word it was done.</param>
/// <param name="Action">For example <c>approval_proposed</c>, <c>approval_confirmed</c>, <c>partner_approved</c>, <c>link_created</c>.</param>
/// <param name="Confirmed">Whether a person had said yes by then.</param>
/// <param name="Result"><c>ok</c>, or a short stable code of what went otherwise.</param>
public sealed record AuditDto(
    Guid Id, DateTimeOffset Time, string User, string Action, int? PartnerId, int? OfferId, bool ApprovalNeeded, bool Confirmed, string Result,
    Guid? PendingActionId)
{
    internal static AuditDto Of(AuditRow row) => new(
        row.Id, row.At, row.Actor, row.Action, row.PartnerId, row.OfferId, row.ApprovalNeeded, row.Confirmed, row.Result, row.PendingActionId);
}
