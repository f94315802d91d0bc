using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Runs;
using PromptLab.Host.Authentication;
using PromptLab.Host.Chat;
using PromptLab.Host.Pipelines;
using PromptLab.Host.Problems;
using PromptLab.Host.Turns;
using PromptLab.Planner.Pipelines;

namespace PromptLab.Host.Runs;

/// <summary>What came of starting or resuming a run, as HTTP says it: its events as they come, or all of it once it has ended.</summary>
internal static class RunAnswer
{
    public const string IdHeader = "X-Run-Id";

    public static readonly LifeAnswer Life = new("run");

    public static async Task<Results<TurnEventStream, Ok<RunDto>, ProblemHttpResult>> OfAsync(
        PipelineStart start, HttpContext http, RunReader runs, CancellationToken cancellationToken)
    {
        if (start is not PipelineStart.Started { Run: var run, After: var after })
        {
            return Problem(start, http.Response);
        }

        http.Response.Headers[IdHeader] = run.Id.ToString();
        if (TurnAnswer.WantsStream(http.Request))
        {
            return new TurnEventStream(run.Id, run.ReadAsync(after, cancellationToken));
        }

        await foreach (var _ in run.ReadAsync(after, cancellationToken))
        {
            // Only the end matters.
        }

        return TypedResults.Ok(await RunDto.ReadAsync((await runs.FindAsync(http.User.Owner(), run.Id, cancellationToken))!, runs, cancellationToken));
    }

    public static ProblemHttpResult NotFound() => Life.NotFound();

    private static ProblemHttpResult Problem(PipelineStart start, HttpResponse response)
    {
        switch (start)
        {
            case PipelineStart.InvalidInputs invalid:
                return ProblemList.Of("inputs_invalid", invalid.Problems);
            case PipelineStart.Broken broken:
                return PipelineAnswer.Invalid("pipeline_invalid", broken.Problems);
            case PipelineStart.NotResumable run:
                return ApiProblem.Create(
                    StatusCodes.Status409Conflict, "run_not_resumable",
                    run.Status == Data.Executions.ExecutionStatus.Running ? "The run is going on; follow it at its events." : "The run is completed: there is nothing left to do.");
            case PipelineStart.TooMany many:
                response.Headers.RetryAfter = "5";
                return ApiProblem.Create(
                    StatusCodes.Status429TooManyRequests, "runs_limit", $"{many.AtOnce} of your runs are going on, which is as many as may. Wait for one to end, or stop one.");
            case PipelineStart.RunNotFound:
                return NotFound();
            default:
                return PipelineAnswer.NotFound();
        }
    }
}
