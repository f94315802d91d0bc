using System.Data.Common;
using Dapper;
using PromptLab.Data.Databases;
using PromptLab.Data.PendingActions;

namespace PromptLab.Data.Slack;

/// <summary>The pending actions that messages in Slack show, and whether they still show them as they are.</summary>
public sealed class SlackConfirmationRepository(IDatabase database, TimeProvider clock)
{
    private const string StaleSql =
        """
        SELECT DISTINCT confirmation.message_id FROM slack_confirmations AS confirmation
        JOIN pending_actions AS action ON action.id = confirmation.action_id
        WHERE confirmation.shown IN ('pending', 'executing')
            AND confirmation.shown <> CASE WHEN action.status = 'pending' AND action.expires_at <= @Now THEN 'expired' ELSE action.status END
        LIMIT 100
        """;

    /// <summary>Messages that show an action in a state that it is not in any more, wherever it was decided on.</summary>
    public Task<IReadOnlyList<Guid>> StaleAsync(CancellationToken cancellationToken) =>
        database.ReadAsync(
            async (connection, token) =>
            {
                var ids = await connection.QueryAsync<Guid>(new CommandDefinition(StaleSql, new { Now = clock.GetUtcNow() }, cancellationToken: token));
                return (IReadOnlyList<Guid>)ids.AsList();
            },
            cancellationToken);

    private const string MessageSql = $"SELECT {SlackMessageTable.Columns} FROM slack_messages WHERE id = @Id";

    private const string ActionsSql =
        $"""
        SELECT {PendingActionTable.Columns} FROM pending_actions
        WHERE id IN (SELECT action_id FROM slack_confirmations WHERE message_id = @Id)
        """;

    private const string ContentSql =
        """
        UPDATE slack_messages SET content = @Content, version = version + 1, updated_at = @Now,
            available_at = CASE WHEN status = 'pending' THEN available_at ELSE @Now END,
            status = CASE WHEN status = 'failed' THEN 'failed' ELSE 'pending' END
        WHERE id = @Id AND content <> @Content
        """;

    private const string ShownSql = "UPDATE slack_confirmations SET shown = @Shown WHERE message_id = @Id AND action_id = @Action";

    /// <summary>Makes the message's content anew, from its actions as they are now.</summary>
    public Task RefreshAsync(Guid id, Func<SlackMessageRow, IReadOnlyList<PendingActionRow>, string> render, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return database.WriteAsync(
            async (connection, token) =>
            {
                var values = new { Id = id, Now = now };
                var message = await connection.QuerySingleAsync<SlackMessageRow>(new CommandDefinition(MessageSql, values, cancellationToken: token));
                var rows = await connection.QueryAsync<PendingActionRow>(new CommandDefinition(ActionsSql, values, cancellationToken: token));
                var actions = rows.AsList();
                var content = render(message, actions);
                await connection.ExecuteAsync(new CommandDefinition(ContentSql, new { Id = id, Content = content, Now = now }, cancellationToken: token));
                foreach (var action in actions)
                    await ShowAsync(connection, id, action, token);
                return true;
            },
            cancellationToken);
    }

    private static Task<int> ShowAsync(DbConnection connection, Guid id, PendingActionRow action, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(
            new CommandDefinition(ShownSql, new { Id = id, Action = action.Id, Shown = action.Status }, cancellationToken: cancellationToken));
}
