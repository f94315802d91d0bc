using System.Data.Common;
using Dapper;
using PromptLab.Data.Feed;

namespace PromptLab.Data.Alerts;

/// <summary>The write unit of what a person does with an alert: the new state, who did it and when, and everybody's feed.</summary>
/// <param name="Until">For a snooze.</param>
internal sealed record AlertMove(string Owner, long Number, string Action, DateTimeOffset? Until, DateTimeOffset Now)
{
    private const string Mine = $"number = @Number AND {AlertTable.Mine}";

    private const string AcknowledgeSql =
        $"""
        UPDATE alerts SET state = 'acknowledged', acknowledged_by = @Owner, snoozed_until = NULL
        WHERE {Mine} AND state IN ('new', 'snoozed')
        RETURNING {AlertTable.Columns}
        """;

    private const string SnoozeSql =
        $"""
        UPDATE alerts SET state = 'snoozed', snoozed_until = @Until
        WHERE {Mine} AND state <> 'resolved'
        RETURNING {AlertTable.Columns}
        """;

    private const string ResolveSql =
        $"""
        UPDATE alerts SET state = 'resolved', resolved_at = @Now, snoozed_until = NULL
        WHERE {Mine} AND state <> 'resolved'
        RETURNING {AlertTable.Columns}
        """;

    private const string ReopenSql =
        $"""
        UPDATE alerts SET state = 'new', acknowledged_by = NULL, snoozed_until = NULL, resolved_at = NULL
        WHERE {Mine} AND state <> 'new' AND (state <> 'snoozed' OR snoozed_until > @Now)
        RETURNING {AlertTable.Columns}
        """;

    private const string LogSql =
        """
        INSERT INTO alert_changes (id, alert_id, action, actor, until, created_at)
        VALUES (@Id, @AlertId, @Action, @Owner, @Until, @Now)
        """;

    /// <summary>Null when the alert is not the owner's, or its state does not allow the move.</summary>
    public async Task<(AlertRow Alert, IReadOnlyList<string> Recipients)?> RunAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleOrDefaultAsync<AlertRow>(
            new CommandDefinition(Sql, new { Owner, Number, Until, Now }, cancellationToken: cancellationToken));
        if (row is null)
            return null;
        var change = new { Id = Guid.CreateVersion7(Now), AlertId = row.Id, Action, Owner, Until, Now };
        await connection.ExecuteAsync(new CommandDefinition(LogSql, change, cancellationToken: cancellationToken));
        var recipients = await connection.RecipientsAsync(Number, cancellationToken);
        foreach (var recipient in recipients)
            await connection.AppendFeedAsync(recipient, FeedKind.Alert, AlertView.Of(row).ToJson(), Now, cancellationToken);
        return (row, recipients);
    }

    private string Sql => Action switch
    {
        AlertAction.Acknowledge => AcknowledgeSql,
        AlertAction.Snooze => SnoozeSql,
        AlertAction.Resolve => ResolveSql,
        _ => ReopenSql,
    };
}
