using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PromptLab.Data.Executions;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Executions;

/// <summary>The filters of the list of executions.</summary>
internal sealed record ExecutionQuery(
    [property: FromQuery(Name = "template_id")] Guid? TemplateId,
    [property: Description("Of the template, which must be given too.")] int? Version,
    [property: Description("running, completed, failed, cancelled or interrupted.")] string? Status,
    [property: Description("The provider that answered.")] string? Provider,
    string? Model,
    [property: Description("A tag that the template had when it ran.")] string? Tag,
    [property: FromQuery(Name = "pipeline_id"), Description("The pipeline that it ran for.")] Guid? PipelineId,
    [property: Description("The first instant, for example 2025-01-15T00:00:00Z.")] DateTimeOffset? From,
    [property: Description("The instant behind the last one.")] DateTimeOffset? To,
    [property: Description("Whole words that all stand in the prompt, the values or the output; case and signs do not matter.")] string? Search,
    [property: FromQuery(Name = "evaluation_id"), Description("The evaluation of which they are rows.")] Guid? EvaluationId,
    [property: Description("evaluations shows the rows of evaluations too, which are left out otherwise.")] string? Include)
{
    private const string Evaluations = "evaluations";

    public ProblemHttpResult? Problem() =>
        Version is not null && TemplateId is null ? ApiProblem.Invalid("template_missing", "template_id", "A version is of a template: give template_id too.")
        : Status is not null && !ExecutionStatus.All.Contains(Status)
            ? ApiProblem.Invalid("status_invalid", "status", $"status is one of {string.Join(", ", ExecutionStatus.All)}.")
        : Include is not (null or Evaluations) ? ApiProblem.Invalid("include_invalid", "include", $"include is {Evaluations}, or missing.")
        : null;

    public ExecutionFilter ToFilter() => new(TemplateId, Version, Status, Provider, Model, Tag?.Trim().ToLowerInvariant(), From, To, PipelineId, Search, EvaluationId, Include == Evaluations);
}
