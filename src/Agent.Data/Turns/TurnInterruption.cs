using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Turns;

/// <summary>Ends turns that nobody runs any more.</summary>
internal static class TurnInterruption
{
    /// <summary>Breaks the claim if it ran out before <paramref name="before"/>, marks the turn and adds its last event.
    /// Null when there is no such claim.</summary>
    public static async Task<TurnRow?> InterruptAsync(
        this DbConnection connection,
        Guid conversationId,
        Guid turnId,
        DateTimeOffset before,
        DateTimeOffset now,
        Func<TurnRow, string>? lastEvent,
        CancellationToken cancellationToken)
    {
        if (!await connection.BreakClaimAsync(conversationId, turnId, before, cancellationToken)
            || await connection.InterruptTurnAsync(turnId, now, cancellationToken) is not { } turn)
            return null;
        await connection.RestoreReplacedAsync(turnId, cancellationToken);
        if (lastEvent is not null)
            await TurnEvents.Table.InsertLastAsync(connection, turnId, turn.Owner, lastEvent(turn), now, cancellationToken);
        return turn;
    }

    private const string ExpiredSql =
        """
        SELECT id AS conversation_id, running_turn_id AS turn_id FROM conversations
        WHERE running_until < @Now
        """;

    public static Task<IEnumerable<Claim>> ExpiredClaimsAsync(
        this DbConnection connection, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.QueryAsync<Claim>(new CommandDefinition(ExpiredSql, new { Now = now }, cancellationToken: cancellationToken));

    private const string OfNodeSql =
        """
        SELECT conversations.id AS conversation_id, turns.id AS turn_id FROM conversations
        INNER JOIN turns ON turns.id = conversations.running_turn_id
        WHERE conversations.running_until IS NOT NULL AND turns.node = @Node
        """;

    public static Task<IEnumerable<Claim>> ClaimsOfNodeAsync(
        this DbConnection connection, string node, CancellationToken cancellationToken) =>
        connection.QueryAsync<Claim>(new CommandDefinition(OfNodeSql, new { Node = node }, cancellationToken: cancellationToken));

    internal sealed record Claim
    {
        public required Guid ConversationId { get; init; }

        public required Guid TurnId { get; init; }
    }
}
