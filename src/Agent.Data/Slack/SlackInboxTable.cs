using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Slack;

/// <summary>The inbox, for the units that put something in along with other rows.</summary>
internal static class SlackInboxTable
{
    public const string Columns = "id, key, thread, kind, payload, attempts, received_at";

    private const string InsertSql =
        """
        INSERT INTO slack_inbox (id, key, thread, place, kind, payload, status, available_at, received_at)
        VALUES (@Id, @Key, @Thread, @Place, @Kind, @Payload, 'pending', @Now, @Now)
        ON CONFLICT (key) DO NOTHING
        """;

    /// <summary>False when the key was taken in before.</summary>
    public static async Task<bool> InsertSlackTaskAsync(
        this DbConnection connection, NewSlackTask task, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var values = new { Id = Guid.CreateVersion7(now), task.Key, task.Thread, task.Place, task.Kind, task.Payload, Now = now };
        return await connection.ExecuteAsync(new CommandDefinition(InsertSql, values, cancellationToken: cancellationToken)) == 1;
    }
}
