namespace PromptLab.Workflows.Alerts;

/// <summary>Alerts of the past.</summary>
/// <param name="Since">First day; null for the recent ones.</param>
/// <param name="State"><c>open</c>, <c>new</c>, <c>acknowledged</c>, <c>snoozed</c>, <c>resolved</c>; null for all.</param>
public sealed record AlertListRequest(DateOnly? Since, string? State)
{
    public const int DefaultDays = 30;
}
