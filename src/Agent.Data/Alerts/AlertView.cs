using System.Text.Encodings.Web;
using System.Text.Json;

namespace PromptLab.Data.Alerts;

/// <summary>An alert as everybody sees it: REST, cards, the feed, webhooks.</summary>
/// <param name="Number">What people call it by: "acknowledge alert 12".</param>
/// <param name="State"><c>new</c>, <c>acknowledged</c>, <c>snoozed</c>, <c>resolved</c>.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Day">The day whose figures it is about.</param>
/// <param name="Facts">Objects with <c>label</c> and <c>value</c>.</param>
/// <param name="Table">An object with <c>columns</c> and <c>rows</c>, or null.</param>
public sealed record AlertView(
    Guid Id, long Number, AlertRuleView Rule, string State, string Title, string Text, string Day, JsonElement Facts, JsonElement? Table,
    DateTimeOffset CreatedAt, string? AcknowledgedBy, DateTimeOffset? SnoozedUntil, DateTimeOffset? ResolvedAt)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static AlertView Of(AlertRow row) => new(
        row.Id, row.Number, new AlertRuleView(row.RuleId, row.RuleName, row.Kind), row.State, row.Title, row.Text, row.Day,
        JsonElement.Parse(row.Facts), row.Listing is null ? null : JsonElement.Parse(row.Listing),
        row.CreatedAt, row.AcknowledgedBy, row.SnoozedUntil, row.ResolvedAt);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    public JsonElement ToElement() => JsonSerializer.SerializeToElement(this, Json);
}
