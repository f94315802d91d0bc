using System.Data.Common;
using Dapper;

namespace PromptLab.Data.Alerts;

/// <summary>The findings that were announced, by their fingerprint.</summary>
internal static class AlertFindingTable
{
    private const string ClaimSql =
        """
        INSERT INTO alert_findings (rule_id, entity, day, alert_id, created_at)
        VALUES (@RuleId, @Entity, @Day, @AlertId, @Now)
        ON CONFLICT DO NOTHING
        """;

    /// <summary>
    /// Those that nobody has announced, now this alert's. Another node that is announcing the same is waited for; both go through
    /// the entities in one order.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ClaimFindingsAsync(
        this DbConnection connection, NewAlert alert, IEnumerable<string> entities, Guid alertId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var claimed = new List<string>();
        foreach (var entity in entities.Order(StringComparer.Ordinal))
        {
            var values = new { RuleId = alert.Rule.Id, Entity = entity, Day = AlertDay.Text(alert.Day), AlertId = alertId, Now = now };
            if (await connection.ExecuteAsync(new CommandDefinition(ClaimSql, values, cancellationToken: cancellationToken)) == 1)
                claimed.Add(entity);
        }

        return claimed;
    }

    private const string SnoozedSql =
        """
        SELECT DISTINCT alert_findings.entity
        FROM alerts JOIN alert_findings ON alert_findings.alert_id = alerts.id
        WHERE alerts.rule_id = @RuleId AND alerts.state = 'snoozed' AND alerts.snoozed_until > @Now
        """;

    /// <summary>Entities of alerts of the rule that are snoozed now.</summary>
    public static async Task<IReadOnlySet<string>> SnoozedEntitiesAsync(
        this DbConnection connection, Guid ruleId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var entities = await connection.QueryAsync<string>(
            new CommandDefinition(SnoozedSql, new { RuleId = ruleId, Now = now }, cancellationToken: cancellationToken));
        return entities.ToHashSet(StringComparer.Ordinal);
    }
}
