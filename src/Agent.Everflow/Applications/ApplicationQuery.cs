namespace PromptLab.Everflow.Applications;

/// <summary>Which applications to list; null leaves a condition out.</summary>
public sealed record ApplicationQuery(int? PartnerId, int? OfferId, ApplicationStatus? Status);
