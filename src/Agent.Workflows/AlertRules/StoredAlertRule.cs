using System.Text.Json;
using System.Text.Json.Serialization;
using PromptLab.Data.AlertRules;

namespace PromptLab.Workflows.AlertRules;

/// <summary>The parts of a rule that its row keeps as JSON.</summary>
internal sealed record StoredAlertRule(
    AlertThresholds Thresholds, AlertExclusions Exclusions, AlertTimes Schedule, IReadOnlyList<string> Channels, IReadOnlyList<string> Subscribers)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static AlertRule Read(AlertRuleRow row)
    {
        var stored = JsonSerializer.Deserialize<StoredAlertRule>(row.Definition, Json)!;
        return new AlertRule(
            row.Id, row.Name, row.Kind, row.IsEnabled, row.IsConfigured ? AlertRule.Configuration : AlertRule.Api, stored.Thresholds, stored.Exclusions,
            stored.Schedule, stored.Channels, stored.Subscribers, row.SnoozedUntil, row.CreatedBy, row.CreatedAt, row.UpdatedAt);
    }

    public static AlertRuleRow Write(AlertRule rule) => new()
    {
        Id = rule.Id,
        Name = rule.Name,
        Kind = rule.Kind,
        IsEnabled = rule.Enabled,
        IsConfigured = rule.Source == AlertRule.Configuration,
        Definition = JsonSerializer.Serialize(
            new StoredAlertRule(rule.Thresholds, rule.Exclusions, rule.Schedule, rule.Channels, rule.Subscribers), Json),
        SnoozedUntil = rule.SnoozedUntil,
        CreatedBy = rule.CreatedBy,
    };
}
