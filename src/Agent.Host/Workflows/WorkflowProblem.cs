using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Problems;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Workflows;

/// <summary>Why a workflow gave no answer, as an HTTP status that a program can act on.</summary>
internal static class WorkflowProblem
{
    private const string Unusable = "arguments_unclear";

    public static ProblemHttpResult Unknown(ToolDescriptor tool, IReadOnlyList<string> names)
    {
        var known = string.Join(", ", tool.ArgumentNames.Where(name => name != ArgumentSchema.Commentary));
        var errors = names.ToDictionary(name => name, string[] (name) => [$"{tool.Name} has no argument {name}."]);
        return ApiProblem.Create(
            StatusCodes.Status422UnprocessableEntity, "argument_unknown",
            $"{tool.Name} does not take {string.Join(", ", names)}. It takes: {(known.Length > 0 ? known : "no arguments")}.", ("errors", errors));
    }

    /// <summary>Arguments that are missing or cannot be resolved safely, with what they could be.</summary>
    public static ProblemHttpResult Unclear(ToolQuestion question) => ApiProblem.Create(
        StatusCodes.Status422UnprocessableEntity, Unusable, question.Text,
        ("errors", question.Arguments.Distinct().ToDictionary(name => name, string[] (_) => [question.Text])), ("question", question));

    public static ProblemHttpResult Of(ToolProblem problem, HttpResponse response)
    {
        var status = StatusOf(problem.Code);
        if (status is StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable)
        {
            var wait = problem.RetryAfter ?? TimeSpan.FromMinutes(1);
            response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        return problem.ReferenceId is { } reference
            ? ApiProblem.Create(status, problem.Code, problem.Text, ("reference_id", reference), ("choices", problem.Choices))
            : ApiProblem.Create(status, problem.Code, problem.Text, ("choices", problem.Choices));
    }

    /// <summary>What the network's state does not allow (a paused offer, a blocked partner …) is a conflict.</summary>
    private static int StatusOf(string code) => code switch
    {
        "everflow_rejected_key" or "everflow_malformed_reply" or "everflow_bad_request" => StatusCodes.Status502BadGateway,
        "everflow_unavailable" => StatusCodes.Status503ServiceUnavailable,
        "everflow_timeout" => StatusCodes.Status504GatewayTimeout,
        "everflow_rate_limited" => StatusCodes.Status429TooManyRequests,
        "disk_full" => StatusCodes.Status507InsufficientStorage,
        "exports_busy" or "export_stopped" => StatusCodes.Status503ServiceUnavailable,
        "internal_error" => StatusCodes.Status500InternalServerError,
        _ when code.EndsWith("not_found", StringComparison.Ordinal) => StatusCodes.Status404NotFound,
        _ => StatusCodes.Status409Conflict,
    };
}
