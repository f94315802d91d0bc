using PromptLab.Data.Alerts;

namespace PromptLab.Workflows.Alerts;

/// <param name="Alerts">Newest first.</param>
/// <param name="HasMore">There are older ones that match.</param>
public sealed record AlertListResult(IReadOnlyList<AlertView> Alerts, bool HasMore);
