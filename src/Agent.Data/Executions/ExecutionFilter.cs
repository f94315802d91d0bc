namespace PromptLab.Data.Executions;

/// <summary>Which executions a list shows; null leaves a question open.</summary>
/// <param name="Version">Of the template, which must be given too.</param>
/// <param name="Tag">That the template had when it ran.</param>
/// <param name="PipelineId">That it ran for.</param>
/// <param name="From">The first instant.</param>
/// <param name="To">The instant behind the last one.</param>
/// <param name="EvaluationId">That it is a row of.</param>
/// <param name="WithEvaluations">True to show the rows of evaluations too.</param>
/// <param name="Search">Words that all stand in the prompt, the values or the output, in any order and case.</param>
public sealed record ExecutionFilter(
    Guid? TemplateId = null, int? Version = null, string? Status = null, string? Provider = null, string? Model = null, string? Tag = null,
    DateTimeOffset? From = null, DateTimeOffset? To = null, Guid? PipelineId = null, string? Search = null,
    Guid? EvaluationId = null, bool WithEvaluations = false);
