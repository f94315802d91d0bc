using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PromptLab.Data.Evaluations;
using PromptLab.Data.Executions;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Evaluations;

/// <summary>The filters of the list of evaluations.</summary>
internal sealed record EvaluationQuery(
    [property: FromQuery(Name = "dataset_id")] Guid? DatasetId,
    [property: FromQuery(Name = "template_id")] Guid? TemplateId,
    [property: Description("Of the template, which must be given too.")] int? Version,
    [property: Description("running, completed, failed, cancelled or interrupted.")] string? Status)
{
    public ProblemHttpResult? Problem() =>
        Version is not null && TemplateId is null ? ApiProblem.Invalid("template_missing", "template_id", "A version is of a template: give template_id too.")
        : Status is not null && !ExecutionStatus.All.Contains(Status)
            ? ApiProblem.Invalid("status_invalid", "status", $"status is one of {string.Join(", ", ExecutionStatus.All)}.")
        : null;

    public EvaluationFilter ToFilter() => new(DatasetId, TemplateId, Version, Status);
}
