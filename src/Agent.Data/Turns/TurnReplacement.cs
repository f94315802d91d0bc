using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Turns;

/// <summary>A turn that answers the last one's message again: the earlier messages step back for it, and come back when it gives no answer.</summary>
internal static class TurnReplacement
{
    private const string LastSql =
        """
        SELECT turns.id, turns.state_before FROM messages
        INNER JOIN turns ON turns.id = messages.turn_id
        WHERE messages.conversation_id = @ConversationId AND messages.replaced_by IS NULL
        ORDER BY messages.sequence DESC
        LIMIT 1
        """;

    /// <summary>The turn of the conversation's newest message that has one; null when there is none.</summary>
    public static Task<Replaceable?> LastTurnAsync(this DbConnection connection, Guid conversationId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Replaceable>(
            new CommandDefinition(LastSql, new { ConversationId = conversationId }, cancellationToken: cancellationToken));

    private const string ReplaceSql =
        """
        UPDATE messages SET replaced_by = @TurnId
        WHERE conversation_id = @ConversationId AND turn_id = @Earlier AND replaced_by IS NULL
        """;

    public static Task ReplaceMessagesAsync(
        this DbConnection connection, Guid conversationId, Guid earlier, Guid turnId, CancellationToken cancellationToken)
    {
        var values = new { ConversationId = conversationId, Earlier = earlier, TurnId = turnId };
        return connection.ExecuteAsync(new CommandDefinition(ReplaceSql, values, cancellationToken: cancellationToken));
    }

    private const string RestoreSql = "UPDATE messages SET replaced_by = NULL WHERE replaced_by = @TurnId";

    private const string StepBackSql =
        """
        UPDATE messages SET replaced_by = @TurnId
        WHERE conversation_id = (SELECT conversation_id FROM turns WHERE id = @TurnId) AND turn_id = @TurnId
        """;

    /// <summary>For a turn that gave no answer: what it would have replaced stands again in its place. Nothing happens to a turn that replaces nothing.</summary>
    public static async Task RestoreReplacedAsync(this DbConnection connection, Guid turnId, CancellationToken cancellationToken)
    {
        var values = new { TurnId = turnId };
        if (await connection.ExecuteAsync(new CommandDefinition(RestoreSql, values, cancellationToken: cancellationToken)) > 0)
            await connection.ExecuteAsync(new CommandDefinition(StepBackSql, values, cancellationToken: cancellationToken));
    }

    internal sealed record Replaceable
    {
        public required Guid Id { get; init; }

        public string? StateBefore { get; init; }
    }
}
