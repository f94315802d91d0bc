using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Alerts;

/// <summary>The tables of alerts and of those who get them, for the units that write them along with other rows.</summary>
internal static class AlertTable
{
    /// <summary>Needs <c>@Now</c>.</summary>
    public const string Columns =
        """
        id, number, rule_id, rule_name, kind, day,
        CASE WHEN state = 'snoozed' AND snoozed_until <= @Now THEN 'new' ELSE state END AS state,
        title, text, facts, listing, created_at, acknowledged_by,
        CASE WHEN state = 'snoozed' AND snoozed_until > @Now THEN snoozed_until END AS snoozed_until, resolved_at
        """;

    /// <summary>That <c>@Owner</c> was told of it.</summary>
    public const string Mine = "EXISTS (SELECT 1 FROM alert_recipients WHERE owner = @Owner AND alert_recipients.number = alerts.number)";

    private const string NumberSql = "UPDATE alert_numbers SET last_number = last_number + 1 WHERE id = 1 RETURNING last_number";

    private const string InsertSql =
        """
        INSERT INTO alerts (id, number, rule_id, rule_name, kind, day, state, title, text, facts, listing, created_at)
        VALUES (@Id, @Number, @RuleId, @RuleName, @Kind, @Day, 'new', @Title, @Text, @Facts, @Listing, @Now)
        """;

    public static async Task<AlertRow> InsertAlertAsync(
        this DbConnection connection, Guid id, NewAlert alert, AlertContent content, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = new AlertRow
        {
            Id = id,
            Number = await connection.ExecuteScalarAsync<long>(new CommandDefinition(NumberSql, cancellationToken: cancellationToken)),
            RuleId = alert.Rule.Id,
            RuleName = alert.Rule.Name,
            Kind = alert.Rule.Kind,
            Day = AlertDay.Text(alert.Day),
            State = AlertState.New,
            Title = content.Title,
            Text = content.Text,
            Facts = content.Facts,
            Listing = content.Listing,
            CreatedAt = now,
        };
        var values = new
        {
            row.Id, row.Number, row.RuleId, row.RuleName, row.Kind, row.Day, row.Title, row.Text, row.Facts, row.Listing, Now = now,
        };
        await connection.ExecuteAsync(new CommandDefinition(InsertSql, values, cancellationToken: cancellationToken));
        return row;
    }

    private const string EverybodySql = "SELECT DISTINCT owner FROM api_keys WHERE revoked_at IS NULL";

    /// <summary>In the order of their names, which is the order in which feeds are appended to.</summary>
    public static async Task<IReadOnlyList<string>> OwnersAsync(
        this DbConnection connection, IReadOnlyList<string> subscribers, CancellationToken cancellationToken)
    {
        var owners = subscribers.Where(owner => owner != NewAlert.Everybody).ToHashSet(StringComparer.Ordinal);
        if (subscribers.Contains(NewAlert.Everybody))
        {
            owners.Add(ApiKeys.LocalUser.Owner);
            owners.UnionWith(await connection.QueryAsync<string>(new CommandDefinition(EverybodySql, cancellationToken: cancellationToken)));
        }

        return [.. owners.Order(StringComparer.Ordinal)];
    }

    private const string RecipientSql = "INSERT INTO alert_recipients (owner, number) VALUES (@Owner, @Number)";

    public static Task AddRecipientAsync(this DbConnection connection, string owner, long number, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(RecipientSql, new { Owner = owner, Number = number }, cancellationToken: cancellationToken));

    private const string RecipientsSql = "SELECT owner FROM alert_recipients WHERE number = @Number ORDER BY owner";

    public static async Task<IReadOnlyList<string>> RecipientsAsync(this DbConnection connection, long number, CancellationToken cancellationToken)
    {
        var owners = await connection.QueryAsync<string>(new CommandDefinition(RecipientsSql, new { Number = number }, cancellationToken: cancellationToken));
        return [.. owners.Order(StringComparer.Ordinal)];
    }
}
