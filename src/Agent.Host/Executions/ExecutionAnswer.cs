using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Executions;
using PromptLab.Host.Authentication;
using PromptLab.Host.Chat;
using PromptLab.Host.Problems;
using PromptLab.Host.Templates;
using PromptLab.Host.Turns;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Executions;

/// <summary>What came of starting an execution, as HTTP says it: its events as they come, or all of it once it has ended.</summary>
internal static class ExecutionAnswer
{
    public const string IdHeader = "X-Execution-Id";

    public static readonly LifeAnswer Life = new("execution");

    public static async Task<Results<TurnEventStream, Ok<ExecutionDto>, ProblemHttpResult>> OfAsync(
        ExecutionStart start, HttpContext http, ExecutionRepository executions, CancellationToken cancellationToken)
    {
        if (start is not ExecutionStart.Started { Run: var run })
        {
            return Problem(start, http.Response);
        }

        http.Response.Headers[IdHeader] = run.Id.ToString();
        if (TurnAnswer.WantsStream(http.Request))
        {
            return new TurnEventStream(run.Id, run.ReadAsync(0, cancellationToken));
        }

        await EndAsync(run, cancellationToken);
        return TypedResults.Ok(ExecutionDto.Of((await executions.FindAsync(http.User.Owner(), run.Id, cancellationToken))!));
    }

    public static ProblemHttpResult NotFound() => Life.NotFound();

    private static async Task EndAsync(LiveTurn run, CancellationToken cancellationToken)
    {
        await foreach (var _ in run.ReadAsync(0, cancellationToken))
        {
            // Only the end matters.
        }
    }

    public static ProblemHttpResult Problem(ExecutionStart start, HttpResponse response)
    {
        switch (start)
        {
            case ExecutionStart.Invalid invalid:
                var isOfVariables = invalid.Problems.All(problem => problem.Field.StartsWith("variables.", StringComparison.Ordinal));
                return ProblemList.Of(isOfVariables ? "variables_invalid" : "execution_invalid", invalid.Problems);
            case ExecutionStart.VersionNotFound missing:
                return TemplateAnswer.VersionNotFound(missing.Number);
            case ExecutionStart.LabelNotFound missing:
                return ApiProblem.Create(StatusCodes.Status404NotFound, "label_not_found", $"The template has no label {missing.Label}.");
            case ExecutionStart.ExecutionNotFound:
                return NotFound();
            case ExecutionStart.NoTokensLeft { Wait: var wait }:
                response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                return ApiProblem.Create(
                    StatusCodes.Status429TooManyRequests, "token_limit", "Today's share of the language model is used up. It starts again at midnight UTC.");
            case ExecutionStart.TooMany many:
                response.Headers.RetryAfter = "5";
                return ApiProblem.Create(
                    StatusCodes.Status429TooManyRequests, "executions_limit", $"{many.AtOnce} of your executions are running, which is as many as may. Wait for one to end, or stop one.");
            default:
                return TemplateAnswer.NotFound();
        }
    }
}
