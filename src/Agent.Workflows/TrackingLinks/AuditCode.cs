using System.Text.Json;

namespace PromptLab.Workflows.TrackingLinks;

/// <summary>Outcomes as the audit log names them: <c>partner_blocked</c>, <c>timeout</c>.</summary>
internal static class AuditCode
{
    public static string Of(Enum outcome) => JsonNamingPolicy.SnakeCaseLower.ConvertName(outcome.ToString());
}
