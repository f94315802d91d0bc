using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PromptLab.Data.Executions;
using PromptLab.Data.Runs;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Runs;

/// <summary>The filters of the list of runs.</summary>
internal sealed record RunQuery(
    [property: FromQuery(Name = "pipeline_id")] Guid? PipelineId,
    [property: FromQuery(Name = "template_id"), Description("A template that one of the steps used.")] Guid? TemplateId,
    [property: Description("Of the template, which must be given too.")] int? Version,
    [property: Description("running, completed, failed, cancelled or interrupted.")] string? Status,
    [property: Description("A provider that answered one of the steps.")] string? Provider,
    [property: Description("A model that answered one of the steps.")] string? Model,
    [property: Description("A tag that the pipeline had when it began.")] string? Tag,
    [property: Description("The first instant, for example 2025-01-15T00:00:00Z.")] DateTimeOffset? From,
    [property: Description("The instant behind the last one.")] DateTimeOffset? To,
    [property: Description("Words that all stand in the pipeline's name, the inputs or the output, in any order and case.")] string? Search)
{
    public ProblemHttpResult? Problem() =>
        Version is not null && TemplateId is null ? ApiProblem.Invalid("template_missing", "template_id", "A version is of a template: give template_id too.")
        : Status is not null && !ExecutionStatus.All.Contains(Status)
            ? ApiProblem.Invalid("status_invalid", "status", $"status is one of {string.Join(", ", ExecutionStatus.All)}.")
        : null;

    public RunFilter ToFilter() => new(PipelineId, TemplateId, Status, Provider, Model, Tag?.Trim().ToLowerInvariant(), From, To, Search, Version);
}
