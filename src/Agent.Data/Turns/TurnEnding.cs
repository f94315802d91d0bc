using System.Data.Common;
using Dapper;
using PromptLab.Data.Conversations;
using PromptLab.Data.PendingActions;

namespace PromptLab.Data.Turns;

/// <summary>The write unit that completes a turn.</summary>
internal sealed class TurnEnding(TurnCompletion turn, DateTimeOffset now)
{
    public async Task<bool> RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var messages = turn.Message is null ? 0 : 1;
        if (await connection.ReleaseClaimAsync(turn, messages, now, cancellationToken) is not { } claim)
            return false;
        await TurnEvents.Table.InsertAsync(connection, turn.TurnId, claim.Owner, turn.Events, now, cancellationToken);
        if (turn.Message is { } message)
            await connection.InsertMessageAsync(claim.Owner, Row(message, claim.LastSequence), cancellationToken);
        if (turn.Status != TurnStatus.Completed)
            await connection.RestoreReplacedAsync(turn.TurnId, cancellationToken);
        foreach (var end in turn.Ended)
            await connection.EndPendingActionAsync(end, now, cancellationToken);
        foreach (var proposed in turn.Proposed)
            await connection.InsertPendingActionAsync(proposed, now, cancellationToken);
        await FinishAsync(connection, cancellationToken);
        return true;
    }

    private MessageRow Row(AssistantMessage message, long sequence) => new()
    {
        Id = message.Id,
        ConversationId = turn.ConversationId,
        TurnId = turn.TurnId,
        Sequence = sequence,
        Role = MessageRole.Assistant,
        Text = message.Text,
        Cards = message.Cards,
        Outcome = message.Outcome,
        CreatedAt = now,
    };

    private const string FinishSql =
        """
        UPDATE turns
        SET status = @Status, finished_at = @Now, provider = @Provider, model = @Model, prompt_name = @PromptName,
            prompt_version = @PromptVersion, prompt_hash = @PromptHash, input_tokens = @InputTokens, output_tokens = @OutputTokens,
            cost = @Cost, duration_ms = @DurationMs, outcome = @Outcome, error_code = @ErrorCode, reference_id = @ReferenceId,
            tool_calls = @ToolCalls, rejected_calls = @RejectedCalls
        WHERE id = @TurnId
        """;

    private async Task FinishAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var values = new
        {
            turn.TurnId,
            turn.Status,
            Now = now,
            turn.Provider,
            turn.Model,
            turn.PromptName,
            turn.PromptVersion,
            turn.PromptHash,
            turn.InputTokens,
            turn.OutputTokens,
            turn.Cost,
            turn.DurationMs,
            turn.Outcome,
            turn.ErrorCode,
            turn.ReferenceId,
            turn.ToolCalls,
            turn.RejectedCalls,
        };
        await connection.ExecuteAsync(new CommandDefinition(FinishSql, values, cancellationToken: cancellationToken));
    }
}
