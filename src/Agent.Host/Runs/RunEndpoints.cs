using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PromptLab.Data.Runs;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Host.Pipelines;
using PromptLab.Host.Templates;
using PromptLab.Host.Turns;
using PromptLab.Planner.Pipelines;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Host.Runs;

internal static class RunEndpoints
{
    private const string EventStream = "text/event-stream";

    public static IEndpointRouteBuilder MapRuns(this IEndpointRouteBuilder api)
    {
        Runs(api.MapPost("/pipelines/{id:guid}/run", StartAsync)).WithName("RunPipeline").WithSummary("Run a pipeline")
            .WithDescription("Streams AG-UI events with `Accept: text/event-stream`, otherwise answers with the whole run as JSON. "
                + "Closing the connection does not stop it; `X-Run-Id` tells what to follow, stop or resume.");
        api.MapPost("/pipelines/{id:guid}/estimate", EstimateAsync).WithTags("Runs").WithName("EstimatePipeline").WithSummary("What a run would probably take")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        var runs = api.MapGroup("/runs").WithTags("Runs").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        runs.MapGet("/", ListAsync).WithName("ListRuns").WithSummary("Your runs, the newest first");

        var one = runs.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", GetAsync).WithName("GetRun").WithSummary("One run with its steps, and what each attempt used");
        one.MapGet("/events", EventsAsync).WithName("RunEvents").WithSummary("Follow a run, or read it again")
            .WithDescription("Gives exactly the events after `Last-Event-ID` (or `after`), also after it ended or the service restarted. "
                + "Each attempt begins with RUN_STARTED and ends with RUN_FINISHED or RUN_ERROR; the stream ends with the last one.")
            .Produces(StatusCodes.Status200OK, contentType: EventStream);
        one.MapPost("/cancel", CancelAsync).WithName("CancelRun").WithSummary("Stop a run; it can be resumed").ProducesProblem(StatusCodes.Status409Conflict);
        Runs(one.MapPost("/resume", ResumeAsync)).WithName("ResumeRun").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Go on with a run that failed, was stopped or interrupted")
            .WithDescription("Completed steps keep their outputs. The others run as the pipeline and its templates are now, unless a completed step "
                + "was changed or the pipeline cannot be run any more: then they run as before. `history` says which.");
        return api;
    }

    private static RouteHandlerBuilder Runs(RouteHandlerBuilder route) => route.WithTags("Runs")
        .Produces<RunDto>()
        .Produces(StatusCodes.Status200OK, contentType: EventStream)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Results<TurnEventStream, Ok<RunDto>, ProblemHttpResult>> StartAsync(
        Guid id, HttpContext http, PipelineEngine engine, RunReader runs, CancellationToken cancellationToken,
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] RunBody? body = null) =>
        await RunAnswer.OfAsync(await engine.StartAsync(http.User.Owner(), id, VariableText.Of(body?.Inputs), cancellationToken), http, runs, cancellationToken);

    private static async Task<Results<TurnEventStream, Ok<RunDto>, ProblemHttpResult>> ResumeAsync(
        Guid id, HttpContext http, PipelineEngine engine, RunReader runs, CancellationToken cancellationToken) =>
        await RunAnswer.OfAsync(await engine.ResumeAsync(http.User.Owner(), id, cancellationToken), http, runs, cancellationToken);

    private static async Task<Results<Ok<PipelineEstimate>, ProblemHttpResult>> EstimateAsync(
        Guid id, HttpContext http, PipelineReader reader, PipelineService pipelines, PipelineEstimates estimates, CancellationToken cancellationToken,
        [FromBody(EmptyBodyBehavior = EmptyBodyBehavior.Allow)] RunBody? body = null)
    {
        var user = http.User.Owner();
        if (await reader.FindVisibleAsync(user, id, cancellationToken) is not { } pipeline)
        {
            return PipelineAnswer.NotFound();
        }

        var review = await pipelines.ReviewAsync(user, pipeline, cancellationToken);
        return review.Findings.HasErrors
            ? PipelineAnswer.Invalid("pipeline_invalid", review.Findings.Problems)
            : TypedResults.Ok(estimates.Of(review, VariableText.Of(body?.Inputs)));
    }

    private static async Task<Results<Ok<ListReply<RunSummaryDto>>, ProblemHttpResult>> ListAsync(
        HttpContext http, RunList list, [AsParameters] RunQuery query, CancellationToken cancellationToken, string? cursor = null, int limit = 50)
    {
        if ((PageLimit.Problem(limit) ?? query.Problem()) is { } problem)
        {
            return problem;
        }

        var page = await list.ReadAsync(http.User.Owner(), query.ToFilter(), cursor, limit, cancellationToken);
        return TypedResults.Ok(ListReply<RunSummaryDto>.Of(page, RunSummaryDto.Of));
    }

    private static async Task<Results<Ok<RunDto>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext http, RunReader runs, CancellationToken cancellationToken) =>
        await runs.FindAsync(http.User.Owner(), id, cancellationToken) is { } row
            ? TypedResults.Ok(await RunDto.ReadAsync(row, runs, cancellationToken))
            : RunAnswer.NotFound();

    private static Task<Results<TurnEventStream, ProblemHttpResult>> EventsAsync(
        Guid id, HttpContext http, RunReader runs, RunViewer viewer, [AsParameters] TurnEventPlace place, CancellationToken cancellationToken) =>
        RunAnswer.Life.EventsAsync(http.User.Owner(), id, place, runs.FindAsync, viewer.ReadAsync, cancellationToken);

    private static Task<Results<Accepted, ProblemHttpResult>> CancelAsync(
        Guid id, HttpContext http, RunReader runs, PipelineEngine engine, CancellationToken cancellationToken) =>
        RunAnswer.Life.CancelAsync(http.User.Owner(), id, engine.CancelAsync, runs.FindAsync, cancellationToken);
}
