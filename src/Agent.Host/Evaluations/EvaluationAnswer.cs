using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Evaluations;
using PromptLab.Host.Authentication;
using PromptLab.Host.Chat;
using PromptLab.Host.Datasets;
using PromptLab.Host.Problems;
using PromptLab.Host.Templates;
using PromptLab.Host.Turns;
using PromptLab.Planner.Evaluations;

namespace PromptLab.Host.Evaluations;

/// <summary>What came of starting an evaluation, as HTTP says it: its events as they come, or all of it once it has ended.</summary>
internal static class EvaluationAnswer
{
    public const string IdHeader = "X-Evaluation-Id";

    public static readonly LifeAnswer Life = new("evaluation");

    public static async Task<Results<TurnEventStream, Ok<EvaluationDto>, ProblemHttpResult>> OfAsync(
        EvaluationStart start, HttpContext http, EvaluationRepository evaluations, CancellationToken cancellationToken)
    {
        if (start is not EvaluationStart.Started { Run: var run })
        {
            return Problem(start, http.Response);
        }

        http.Response.Headers[IdHeader] = run.Id.ToString();
        // Of an evaluation that goes on, the events of the attempts before are at /events.
        if (TurnAnswer.WantsStream(http.Request))
        {
            return new TurnEventStream(run.Id, run.ReadAsync(0, cancellationToken));
        }

        await foreach (var _ in run.ReadAsync(0, cancellationToken))
        {
            // Only the end matters.
        }

        return TypedResults.Ok(EvaluationDto.Of((await evaluations.FindAsync(http.User.Owner(), run.Id, cancellationToken))!));
    }

    public static ProblemHttpResult NotFound() => Life.NotFound();

    private static ProblemHttpResult Problem(EvaluationStart start, HttpResponse response)
    {
        switch (start)
        {
            case EvaluationStart.Invalid invalid:
                return ProblemList.Of("evaluation_invalid", invalid.Problems);
            case EvaluationStart.DatasetNotFound:
                return DatasetAnswer.NotFound();
            case EvaluationStart.TemplateNotFound:
                return TemplateAnswer.NotFound();
            case EvaluationStart.VersionNotFound missing:
                return TemplateAnswer.VersionNotFound(missing.Number);
            case EvaluationStart.LabelNotFound missing:
                return ApiProblem.Create(StatusCodes.Status404NotFound, "label_not_found", $"The template has no label {missing.Label}.");
            case EvaluationStart.NotResumable held:
                return ApiProblem.Create(
                    StatusCodes.Status409Conflict, "evaluation_not_resumable", $"The evaluation is {held.Status}: only one that failed, was stopped or interrupted goes on. Start a new one instead.");
            case EvaluationStart.TooMany many:
                response.Headers.RetryAfter = "30";
                return ApiProblem.Create(
                    StatusCodes.Status429TooManyRequests, "evaluations_limit", $"{many.AtOnce} of your evaluations are running, which is as many as may. Wait for one to end, or stop one.");
            default:
                return NotFound();
        }
    }
}
