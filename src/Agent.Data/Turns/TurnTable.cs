using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Turns;

/// <summary>The table of turns, for the units that read or write them along with other rows.</summary>
internal static class TurnTable
{
    public const string Columns =
        """
        id, conversation_id, owner, status, door, message, idempotency_key, node, cancel_requested_at, started_at, finished_at,
        provider, model, prompt_name, prompt_version, prompt_hash, input_tokens, output_tokens, cost, duration_ms,
        outcome, error_code, reference_id, tool_calls
        """;

    private const string InsertSql =
        """
        INSERT INTO turns (id, conversation_id, owner, status, door, message, idempotency_key, node, replaces, state_before, started_at)
        VALUES (@TurnId, @ConversationId, @Owner, 'running', @Door, @Message, @IdempotencyKey, @Node, @Replaces, @StateBefore, @Now)
        ON CONFLICT (owner, idempotency_key) WHERE idempotency_key IS NOT NULL DO NOTHING
        """;

    /// <param name="stateBefore">Of the conversation, as the turn finds it.</param>
    /// <returns>False when the owner's idempotency key is taken.</returns>
    public static async Task<bool> InsertTurnAsync(
        this DbConnection connection, NewTurn turn, string? stateBefore, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new
        {
            turn.TurnId,
            turn.ConversationId,
            turn.Owner,
            turn.Door,
            turn.Message,
            turn.IdempotencyKey,
            turn.Node,
            turn.Replaces,
            StateBefore = stateBefore,
            Now = now,
        };
        return await connection.ExecuteAsync(new CommandDefinition(InsertSql, values, cancellationToken: cancellationToken)) == 1;
    }

    private const string FindSql = $"SELECT {Columns} FROM turns WHERE id = @TurnId AND owner = @Owner";

    public static Task<TurnRow?> FindTurnAsync(
        this DbConnection connection, string owner, Guid turnId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<TurnRow>(
            new CommandDefinition(FindSql, new { TurnId = turnId, Owner = owner }, cancellationToken: cancellationToken));

    private const string FindByKeySql = $"SELECT {Columns} FROM turns WHERE owner = @Owner AND idempotency_key = @IdempotencyKey";

    public static Task<TurnRow?> FindTurnByKeyAsync(
        this DbConnection connection, string owner, string idempotencyKey, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<TurnRow>(
            new CommandDefinition(
                FindByKeySql, new { Owner = owner, IdempotencyKey = idempotencyKey }, cancellationToken: cancellationToken));

    private const string InterruptSql =
        $"""
        UPDATE turns SET status = 'interrupted', finished_at = @Now
        WHERE id = @TurnId AND status = 'running'
        RETURNING {Columns}
        """;

    /// <summary>Null when the turn is no longer running.</summary>
    public static Task<TurnRow?> InterruptTurnAsync(
        this DbConnection connection, Guid turnId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<TurnRow>(
            new CommandDefinition(InterruptSql, new { TurnId = turnId, Now = now }, cancellationToken: cancellationToken));
}
