using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Audit;

/// <summary>The table of the audit log, for the units that record what they change. Its triggers refuse every change of a row.</summary>
internal static class AuditTable
{
    private const string InsertSql =
        """
        INSERT INTO audit_log (id, at, actor, action, partner_id, offer_id, approval_needed, confirmed, result, pending_action_id)
        VALUES (@Id, @At, @Actor, @Action, @PartnerId, @OfferId, @ApprovalNeeded, @Confirmed, @Result, @PendingActionId)
        """;

    public static Task AppendAuditAsync(this DbConnection connection, AuditEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new
        {
            Id = Guid.CreateVersion7(now),
            At = now,
            entry.Actor,
            entry.Action,
            entry.PartnerId,
            entry.OfferId,
            entry.ApprovalNeeded,
            entry.Confirmed,
            entry.Result,
            entry.PendingActionId,
        };
        return connection.ExecuteAsync(new CommandDefinition(InsertSql, values, cancellationToken: cancellationToken));
    }
}
