using Dapper;
using PromptLab.Data.Databases;

namespace PromptLab.Data.OpenAi;

/// <summary>
/// Which conversation a list of messages belongs to. Clients of OpenAI's protocol send all that was said each time, and no id: the
/// hashes of what they send lead back to the turn. Of several turns the newest is found; those of deleted conversations are not.
/// </summary>
public sealed class OpenAiTurnRepository(IDatabase database, TimeProvider clock)
{
    private const string AddSql =
        """
        INSERT INTO openai_turns (turn_id, conversation_id, owner, history_hash, asked_hash, created_at)
        VALUES (@TurnId, @ConversationId, @Owner, @History, @Asked, @Now)
        """;

    public Task AddAsync(OpenAiTurn turn, CancellationToken cancellationToken)
    {
        var values = new { turn.TurnId, turn.ConversationId, turn.Owner, turn.History, turn.Asked, Now = clock.GetUtcNow() };
        return database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(AddSql, values, cancellationToken: token)), cancellationToken);
    }

    private const string AnsweredSql = "UPDATE openai_turns SET answered_hash = @Answered, ending_hash = @Ending WHERE turn_id = @TurnId";

    /// <param name="answered">Of all messages and the answer.</param>
    /// <param name="ending">Of the question and the answer alone.</param>
    public Task AnsweredAsync(Guid turnId, string answered, string ending, CancellationToken cancellationToken)
    {
        var values = new { TurnId = turnId, Answered = answered, Ending = ending };
        return database.WriteAsync(
            (connection, token) => connection.ExecuteAsync(new CommandDefinition(AnsweredSql, values, cancellationToken: token)), cancellationToken);
    }

    private const string Found =
        """
        SELECT openai_turns.turn_id, openai_turns.conversation_id, openai_turns.asked_hash, openai_turns.created_at
        FROM openai_turns
        INNER JOIN conversations ON conversations.id = openai_turns.conversation_id AND conversations.deleted_at IS NULL
        """;

    private const string Newest = "ORDER BY openai_turns.turn_id DESC LIMIT 1";

    private const string FindAskedSql = $"{Found} WHERE openai_turns.owner = @Owner AND openai_turns.asked_hash = @Hash {Newest}";

    /// <summary>The turn that was asked with exactly these messages.</summary>
    public Task<OpenAiTurnRow?> FindAskedAsync(string owner, string hash, CancellationToken cancellationToken) =>
        FindAsync(FindAskedSql, new { Owner = owner, Hash = hash }, cancellationToken);

    private const string FindAnsweredSql = $"{Found} WHERE openai_turns.owner = @Owner AND openai_turns.answered_hash = @Hash {Newest}";

    /// <summary>The turn whose answer ends these messages.</summary>
    public Task<OpenAiTurnRow?> FindAnsweredAsync(string owner, string hash, CancellationToken cancellationToken) =>
        FindAsync(FindAnsweredSql, new { Owner = owner, Hash = hash }, cancellationToken);

    private const string FindEndingSql = $"{Found} WHERE openai_turns.owner = @Owner AND openai_turns.ending_hash = @Hash {Newest}";

    /// <summary>The turn that had this question and this answer, whatever was said before.</summary>
    public Task<OpenAiTurnRow?> FindEndingAsync(string owner, string hash, CancellationToken cancellationToken) =>
        FindAsync(FindEndingSql, new { Owner = owner, Hash = hash }, cancellationToken);

    private const string FindNextSql = $"{Found} WHERE openai_turns.conversation_id = @ConversationId AND openai_turns.history_hash = @Hash {Newest}";

    /// <summary>The turn of the conversation that was asked behind these messages before.</summary>
    public Task<OpenAiTurnRow?> FindNextAsync(Guid conversationId, string hash, CancellationToken cancellationToken) =>
        FindAsync(FindNextSql, new { ConversationId = conversationId, Hash = hash }, cancellationToken);

    private Task<OpenAiTurnRow?> FindAsync(string sql, object values, CancellationToken cancellationToken) =>
        database.ReadAsync(
            (connection, token) => connection.QuerySingleOrDefaultAsync<OpenAiTurnRow>(new CommandDefinition(sql, values, cancellationToken: token)),
            cancellationToken);
}
