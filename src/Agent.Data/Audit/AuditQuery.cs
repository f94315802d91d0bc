namespace PromptLab.Data.Audit;

/// <summary>Which rows of the audit log to read; null leaves a condition out.</summary>
/// <param name="Actor">Only this user's steps.</param>
/// <param name="From">The first moment, inclusive.</param>
/// <param name="To">The first moment that is no longer meant.</param>
public sealed record AuditQuery(string? Actor, DateTimeOffset? From, DateTimeOffset? To, string? Action, int? PartnerId, int? OfferId);
