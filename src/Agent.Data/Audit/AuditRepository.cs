using System.Globalization;
using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.Paging;

namespace PromptLab.Data.Audit;

/// <summary>The audit log: rows are added and read, and there is no way to change one.</summary>
public sealed class AuditRepository(IDatabase database, TimeProvider clock)
{
    private const string List = "audit";

    public Task AppendAsync(AuditEntry entry, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, token) =>
            {
                await connection.AppendAuditAsync(entry, clock.GetUtcNow(), token);
                return true;
            },
            cancellationToken);

    private const string ListSql =
        """
        SELECT sequence, id, at, actor, action, partner_id, offer_id, approval_needed, confirmed, result, pending_action_id FROM audit_log
        WHERE sequence < @After AND at >= @From AND at < @To
            AND (@AnyActor OR actor = @Actor)
            AND (@AnyAction OR action = @Action)
            AND (@AnyPartner OR partner_id = @PartnerId)
            AND (@AnyOffer OR offer_id = @OfferId)
        ORDER BY sequence DESC
        LIMIT @Take
        """;

    /// <summary>Newest first.</summary>
    /// <exception cref="InvalidCursorException">The cursor is not one of this list.</exception>
    public async Task<Page<AuditRow>> ListAsync(AuditQuery query, string? cursor, int limit, CancellationToken cancellationToken)
    {
        var values = new
        {
            After = Place(cursor),
            From = query.From ?? DateTimeOffset.UnixEpoch,
            To = query.To ?? DateTimeOffset.MaxValue,
            AnyActor = query.Actor is null,
            Actor = query.Actor ?? "",
            AnyAction = query.Action is null,
            Action = query.Action ?? "",
            AnyPartner = query.PartnerId is null,
            PartnerId = query.PartnerId ?? 0,
            AnyOffer = query.OfferId is null,
            OfferId = query.OfferId ?? 0,
            Take = limit + 1,
        };
        var rows = await database.ReadAsync(
            (connection, token) => connection.QueryAsync<AuditRow>(new CommandDefinition(ListSql, values, cancellationToken: token)),
            cancellationToken);
        return Page<AuditRow>.Of(rows.AsList(), limit, row => Cursor.Write(List, row.Sequence.ToString(CultureInfo.InvariantCulture)));
    }

    private static long Place(string? cursor) =>
        cursor is null ? long.MaxValue
        : long.TryParse(Cursor.Read(cursor, List, 1)[0], NumberStyles.None, CultureInfo.InvariantCulture, out var sequence) ? sequence
        : throw new InvalidCursorException();
}
