using System.Data.Common;
using Dapper;
using PromptLab.Data.Conversations;

namespace PromptLab.Data.Turns;

/// <summary>A turn's hold on its conversation. It lives in the conversation's own row, so that taking it is one conditional update
/// on which nodes queue up; every unit locks the conversation before the turn.</summary>
internal static class ConversationClaim
{
    private const string CreateSql =
        $"""
        INSERT INTO conversations
            (id, owner, title, is_pinned, last_sequence, running_turn_id, running_until, created_at, updated_at)
        VALUES (@ConversationId, @Owner, @Title, FALSE, 1, @TurnId, @Until, @Now, @Now)
        RETURNING {ConversationRepository.Columns}
        """;

    public static Task<ConversationRow> CreateClaimedAsync(
        this DbConnection connection, NewTurn turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new { turn.ConversationId, turn.Owner, turn.Title, turn.TurnId, Until = now + turn.Lease, Now = now };
        return connection.QuerySingleAsync<ConversationRow>(new CommandDefinition(CreateSql, values, cancellationToken: cancellationToken));
    }

    private const string TakeSql =
        $"""
        UPDATE conversations
        SET running_turn_id = @TurnId, running_until = @Until, last_sequence = last_sequence + 1, updated_at = @Now,
            title = CASE WHEN title = '' THEN @Title ELSE title END
        WHERE id = @ConversationId AND owner = @Owner AND deleted_at IS NULL AND running_turn_id IS NULL
        RETURNING {ConversationRepository.Columns}
        """;

    /// <summary>Null when the conversation is not there or not free. One that was begun without a title gets the turn's.</summary>
    public static Task<ConversationRow?> TakeClaimAsync(
        this DbConnection connection, NewTurn turn, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new { turn.ConversationId, turn.Owner, turn.Title, turn.TurnId, Until = now + turn.Lease, Now = now };
        return connection.QuerySingleOrDefaultAsync<ConversationRow>(
            new CommandDefinition(TakeSql, values, cancellationToken: cancellationToken));
    }

    private const string HolderSql =
        """
        SELECT running_turn_id AS turn_id FROM conversations
        WHERE id = @ConversationId AND owner = @Owner AND deleted_at IS NULL
        """;

    /// <summary>Null when the conversation is not there.</summary>
    public static Task<ClaimHolder?> FindHolderAsync(
        this DbConnection connection, string owner, Guid conversationId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<ClaimHolder>(
            new CommandDefinition(
                HolderSql, new { ConversationId = conversationId, Owner = owner }, cancellationToken: cancellationToken));

    private const string RenewSql =
        """
        UPDATE conversations SET running_until = @Until
        WHERE running_turn_id = @TurnId AND id = (SELECT conversation_id FROM turns WHERE id = @TurnId)
        """;

    /// <summary>False when the turn no longer holds it.</summary>
    public static async Task<bool> RenewClaimAsync(
        this DbConnection connection, Guid turnId, DateTimeOffset until, CancellationToken cancellationToken) =>
        await connection.ExecuteAsync(
            new CommandDefinition(RenewSql, new { TurnId = turnId, Until = until }, cancellationToken: cancellationToken)) == 1;

    private const string ReleaseSql =
        """
        UPDATE conversations
        SET running_turn_id = NULL, running_until = NULL, last_sequence = last_sequence + @Messages,
            state = COALESCE(@State, state), updated_at = @Now
        WHERE id = @ConversationId AND running_turn_id = @TurnId
        RETURNING owner, last_sequence
        """;

    /// <summary>Ends the claim of a finished turn that adds <paramref name="messages"/> messages. Null when the turn no longer holds it.</summary>
    public static Task<ReleasedClaim?> ReleaseClaimAsync(
        this DbConnection connection, TurnCompletion turn, int messages, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new { turn.ConversationId, turn.TurnId, turn.State, Messages = messages, Now = now };
        return connection.QuerySingleOrDefaultAsync<ReleasedClaim>(
            new CommandDefinition(ReleaseSql, values, cancellationToken: cancellationToken));
    }

    private const string BreakSql =
        """
        UPDATE conversations SET running_turn_id = NULL, running_until = NULL
        WHERE id = @ConversationId AND running_turn_id = @TurnId AND running_until < @Before
        """;

    /// <summary>Ends a claim that ran out before <paramref name="before"/>. False when there is none.</summary>
    public static async Task<bool> BreakClaimAsync(
        this DbConnection connection, Guid conversationId, Guid turnId, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var values = new { ConversationId = conversationId, TurnId = turnId, Before = before };
        return await connection.ExecuteAsync(new CommandDefinition(BreakSql, values, cancellationToken: cancellationToken)) == 1;
    }
}
