namespace PromptLab.Data.Evaluations;

/// <summary>Which evaluations a list shows; null leaves a question open.</summary>
/// <param name="Version">Of the template, which must be given too.</param>
public sealed record EvaluationFilter(Guid? DatasetId = null, Guid? TemplateId = null, int? Version = null, string? Status = null);
