namespace PromptLab.Data.Alerts;

/// <summary>Which alerts are listed; null members do not matter.</summary>
/// <param name="State">One of <see cref="AlertState"/>.</param>
/// <param name="Since">Created at or after.</param>
public sealed record AlertFilter(string? State = null, DateTimeOffset? Since = null, Guid? RuleId = null);
