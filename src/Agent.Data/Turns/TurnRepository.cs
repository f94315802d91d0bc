using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.Turns;

/// <summary>The life of a turn. One turn at a time holds a conversation, by a claim with a lease, on any number of nodes.</summary>
public sealed class TurnRepository(IDatabase database, TimeProvider clock)
{
    /// <summary>In one transaction: creates or claims the conversation and stores the turn and the user's message.
    /// A claim whose lease has run out is taken over and its turn marked interrupted.</summary>
    /// <param name="recentMessages">How many messages before this one come back.</param>
    public async Task<TurnStart> BeginAsync(NewTurn turn, int recentMessages, CancellationToken cancellationToken)
    {
        var beginning = new TurnBeginning(turn, recentMessages, clock.GetUtcNow());
        try
        {
            return await database.WriteAsync(beginning.RunAsync, cancellationToken);
        }
        catch (RepeatedTurnException)
        {
            return await database.ReadAsync(beginning.RepeatedAsync, cancellationToken)
                ?? throw new InvalidOperationException("A turn with this idempotency key exists and cannot be read.");
        }
        catch (TurnNotLastException)
        {
            return new TurnStart.NotLast();
        }
    }

    private const string RunningOwnerSql = "SELECT owner FROM turns WHERE id = @TurnId AND status = 'running'";

    /// <summary>Stores a batch of events. False, and nothing stored, when the turn is no longer running.</summary>
    public Task<bool> AppendEventsAsync(Guid turnId, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, token) =>
            {
                var owner = await connection.QuerySingleOrDefaultAsync<string>(
                    new CommandDefinition(RunningOwnerSql, new { TurnId = turnId }, cancellationToken: token));
                if (owner is not null)
                    await TurnEvents.Table.InsertAsync(connection, turnId, owner, events, clock.GetUtcNow(), token);
                return owner is not null;
            },
            cancellationToken);

    private const string CancelRequestedSql =
        "SELECT cancel_requested_at IS NOT NULL FROM turns WHERE id = @TurnId";

    /// <summary>Keeps the conversation claimed for another <paramref name="lease"/>.</summary>
    /// <returns>True when the turn should stop: its user asked for that, or the claim is lost.</returns>
    public Task<bool> RenewLeaseAsync(Guid turnId, TimeSpan lease, CancellationToken cancellationToken) =>
        database.WriteAsync(
            async (connection, token) => !await connection.RenewClaimAsync(turnId, clock.GetUtcNow() + lease, token)
                || await connection.ExecuteScalarAsync<bool>(
                    new CommandDefinition(CancelRequestedSql, new { TurnId = turnId }, cancellationToken: token)),
            cancellationToken);

    /// <summary>In one transaction: events, assistant message, figures, status, state; then the conversation is free.</summary>
    /// <returns>False, and nothing stored, when the turn no longer holds the conversation.</returns>
    public Task<bool> CompleteAsync(TurnCompletion completion, CancellationToken cancellationToken) =>
        database.WriteAsync(new TurnEnding(completion, clock.GetUtcNow()).RunAsync, cancellationToken);

    public Task<TurnRow?> FindAsync(string owner, Guid turnId, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => connection.FindTurnAsync(owner, turnId, token), cancellationToken);

    public Task<TurnRow?> FindByKeyAsync(string owner, string idempotencyKey, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => connection.FindTurnByKeyAsync(owner, idempotencyKey, token), cancellationToken);

    private const string ReplacedSql =
        """
        SELECT DISTINCT turn_id, replaced_by FROM messages
        WHERE conversation_id = @ConversationId AND replaced_by IS NOT NULL AND turn_id <> replaced_by
        """;

    /// <summary>For each turn that took another one's place in the conversation, which one that was.</summary>
    public Task<IReadOnlyDictionary<Guid, Guid>> ReplacedAsync(Guid conversationId, CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                var rows = await connection.QueryAsync<ReplacedTurn>(
                    new CommandDefinition(ReplacedSql, new { ConversationId = conversationId }, cancellationToken: token));
                return (IReadOnlyDictionary<Guid, Guid>)rows.ToDictionary(row => row.ReplacedBy, row => row.TurnId);
            },
            cancellationToken);

    /// <summary>Events with a sequence above <paramref name="after"/>, in order.</summary>
    public Task<IReadOnlyList<StoredEvent>> ReadEventsAsync(Guid turnId, long after, CancellationToken cancellationToken) =>
        database.ReadAsync((connection, token) => TurnEvents.Table.ReadAsync(connection, turnId, after, token), cancellationToken);

    private const string RequestCancelSql =
        """
        UPDATE turns SET cancel_requested_at = COALESCE(cancel_requested_at, @Now)
        WHERE id = @TurnId AND owner = @Owner AND status = 'running'
        """;

    /// <summary>Asks a running turn to stop, on whichever node it runs. False when it is not running, or not the owner's.</summary>
    public async Task<bool> RequestCancelAsync(string owner, Guid turnId, CancellationToken cancellationToken)
    {
        var values = new { TurnId = turnId, Owner = owner, Now = clock.GetUtcNow() };
        return await database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(RequestCancelSql, values, cancellationToken: token)),
            cancellationToken) == 1;
    }

    /// <summary>Marks turns that nobody runs any more as interrupted and frees their conversations; their user messages stay.</summary>
    /// <param name="node">This process at its start: all that its last life left behind. Null: every turn whose lease has run out.</param>
    /// <param name="lastEvent">Makes the turn's last event (one line of JSON), stored 10,000 after the last stored sequence so that it
    /// comes after anything a viewer may have seen.</param>
    public async Task<IReadOnlyList<TurnRow>> InterruptAbandonedAsync(
        string? node, Func<TurnRow, string> lastEvent, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var before = node is null ? now : DateTimeOffset.MaxValue;
        var claims = await database.ReadAsync(
            (connection, token) => node is null
                ? connection.ExpiredClaimsAsync(now, token)
                : connection.ClaimsOfNodeAsync(node, token),
            cancellationToken);
        var interrupted = new List<TurnRow>();
        foreach (var claim in claims)
        {
            var turn = await database.WriteAsync(
                (connection, token) => connection.InterruptAsync(claim.ConversationId, claim.TurnId, before, now, lastEvent, token),
                cancellationToken);
            if (turn is not null)
                interrupted.Add(turn);
        }

        return interrupted;
    }
}
