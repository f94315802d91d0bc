using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Conversations;

/// <summary>The table of messages, for the units that read or write them along with other rows.</summary>
internal static class MessageTable
{
    private const string Select =
        """
        SELECT messages.id, conversation_id, messages.turn_id, sequence, role, text, cards, outcome, messages.created_at, thumb, comment
        FROM messages LEFT JOIN turn_feedback ON turn_feedback.turn_id = messages.turn_id AND role = 'assistant'
        """;

    private const string InsertSql =
        """
        INSERT INTO messages (id, conversation_id, turn_id, owner, sequence, role, text, cards, outcome, created_at)
        VALUES (@Id, @ConversationId, @TurnId, @Owner, @Sequence, @Role, @Text, @Cards, @Outcome, @CreatedAt)
        """;

    public static Task InsertMessageAsync(this DbConnection connection, string owner, MessageRow message, CancellationToken cancellationToken)
    {
        var values = new
        {
            message.Id,
            message.ConversationId,
            message.TurnId,
            Owner = owner,
            message.Sequence,
            message.Role,
            message.Text,
            message.Cards,
            message.Outcome,
            message.CreatedAt,
        };
        return connection.ExecuteAsync(new CommandDefinition(InsertSql, values, cancellationToken: cancellationToken));
    }

    private const string AfterSql =
        $"""
        {Select}
        WHERE conversation_id = @ConversationId AND sequence > @After AND replaced_by IS NULL
        ORDER BY sequence
        LIMIT @Take
        """;

    /// <summary>Oldest first.</summary>
    public static async Task<List<MessageRow>> MessagesAfterAsync(
        this DbConnection connection, Guid conversationId, long after, int take, CancellationToken cancellationToken)
    {
        var values = new { ConversationId = conversationId, After = after, Take = take };
        var rows = await connection.QueryAsync<MessageRow>(new CommandDefinition(AfterSql, values, cancellationToken: cancellationToken));
        return rows.AsList();
    }

    private const string BeforeSql =
        $"""
        {Select}
        WHERE conversation_id = @ConversationId AND sequence < @Before AND replaced_by IS NULL
        ORDER BY sequence DESC
        LIMIT @Take
        """;

    /// <summary>Newest first.</summary>
    public static async Task<List<MessageRow>> MessagesBeforeAsync(
        this DbConnection connection, Guid conversationId, long before, int take, CancellationToken cancellationToken)
    {
        var values = new { ConversationId = conversationId, Before = before, Take = take };
        var rows = await connection.QueryAsync<MessageRow>(new CommandDefinition(BeforeSql, values, cancellationToken: cancellationToken));
        return rows.AsList();
    }
}
