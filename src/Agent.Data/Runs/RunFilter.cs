namespace PromptLab.Data.Runs;

/// <summary>Which runs a list shows; null leaves a question open.</summary>
/// <param name="TemplateId">That one of the steps used.</param>
/// <param name="Provider">That answered one of the steps.</param>
/// <param name="Model">That answered one of the steps.</param>
/// <param name="Tag">That the pipeline had when it began.</param>
/// <param name="From">The first instant.</param>
/// <param name="To">The instant behind the last one.</param>
/// <param name="Search">Words that all stand in the pipeline's name, the inputs or the output, in any order and case.</param>
/// <param name="Version">Of the template, which must be given too.</param>
public sealed record RunFilter(
    Guid? PipelineId = null, Guid? TemplateId = null, string? Status = null, string? Provider = null, string? Model = null, string? Tag = null,
    DateTimeOffset? From = null, DateTimeOffset? To = null, string? Search = null, int? Version = null);
