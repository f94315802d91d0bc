using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Evaluations;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Host.Turns;
using PromptLab.Planner.Evaluations;

namespace PromptLab.Host.Evaluations;

internal static class EvaluationEndpoints
{
    private const string EventStream = "text/event-stream";

    public static IEndpointRouteBuilder MapEvaluations(this IEndpointRouteBuilder api)
    {
        api.MapDatasetEvaluations();
        var evaluations = api.MapGroup("/evaluations").WithTags("Evaluations").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        evaluations.MapGet("/", ListAsync).WithName("ListEvaluations").WithSummary("Your evaluations, the newest first");

        var one = evaluations.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", GetAsync).WithName("GetEvaluation").WithSummary("One evaluation with its figures");
        one.MapGet("/results", ResultsAsync).WithName("ListEvaluationResults").WithSummary("What came of the rows so far, in the order of the dataset");
        one.MapGet("/events", EventsAsync).WithName("EvaluationEvents").WithSummary("Follow an evaluation, or read it again")
            .WithDescription("Gives exactly the events after `Last-Event-ID` (or `after`), also after it ended or the service restarted.")
            .Produces(StatusCodes.Status200OK, contentType: EventStream);
        one.MapPost("/cancel", CancelAsync).WithName("CancelEvaluation").WithSummary("Stop a running evaluation; its results stay, and it can be resumed")
            .ProducesProblem(StatusCodes.Status409Conflict);
        Runs(one.MapPost("/resume", ResumeAsync)).WithName("ResumeEvaluation").WithSummary("Run the rows that have no result yet")
            .WithDescription("Streams or answers like starting one. Rows with results are not run again.").ProducesProblem(StatusCodes.Status409Conflict);
        return api;
    }

    internal static RouteHandlerBuilder Runs(RouteHandlerBuilder route) => route.WithTags("Evaluations")
        .Produces<EvaluationDto>()
        .Produces(StatusCodes.Status200OK, contentType: EventStream)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Results<Ok<ListReply<EvaluationDto>>, ProblemHttpResult>> ListAsync(
        HttpContext http, EvaluationList list, [AsParameters] EvaluationQuery query, CancellationToken cancellationToken, string? cursor = null, int limit = 50)
    {
        if ((PageLimit.Problem(limit) ?? query.Problem()) is { } problem)
        {
            return problem;
        }

        var page = await list.ReadAsync(http.User.Owner(), query.ToFilter(), cursor, limit, cancellationToken);
        return TypedResults.Ok(ListReply<EvaluationDto>.Of(page, EvaluationDto.Of));
    }

    private static async Task<Results<Ok<EvaluationDto>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext http, EvaluationRepository evaluations, CancellationToken cancellationToken) =>
        await evaluations.FindAsync(http.User.Owner(), id, cancellationToken) is { } row ? TypedResults.Ok(EvaluationDto.Of(row)) : EvaluationAnswer.NotFound();

    private static async Task<Results<Ok<ListReply<EvaluationResult>>, ProblemHttpResult>> ResultsAsync(
        Guid id, HttpContext http, EvaluationRepository evaluations, EvaluationResultRepository results, CancellationToken cancellationToken,
        [Description("true for the rows that passed; false for those that failed or gave an error.")] bool? passed = null,
        string? cursor = null, int limit = 50)
    {
        if (PageLimit.Problem(limit) is { } problem)
        {
            return problem;
        }

        return await evaluations.FindAsync(http.User.Owner(), id, cancellationToken) is null
            ? EvaluationAnswer.NotFound()
            : TypedResults.Ok(ListReply<EvaluationResult>.Of(await results.ListAsync(id, passed, cursor, limit, cancellationToken), EvaluationResult.Of));
    }

    private static Task<Results<TurnEventStream, ProblemHttpResult>> EventsAsync(
        Guid id, HttpContext http, EvaluationRepository evaluations, EvaluationViewer viewer, [AsParameters] TurnEventPlace place, CancellationToken cancellationToken) =>
        EvaluationAnswer.Life.EventsAsync(http.User.Owner(), id, place, evaluations.FindAsync, viewer.ReadAsync, cancellationToken);

    private static Task<Results<Accepted, ProblemHttpResult>> CancelAsync(
        Guid id, HttpContext http, EvaluationRepository evaluations, EvaluationEngine engine, CancellationToken cancellationToken) =>
        EvaluationAnswer.Life.CancelAsync(http.User.Owner(), id, engine.CancelAsync, evaluations.FindAsync, cancellationToken);

    private static async Task<Results<TurnEventStream, Ok<EvaluationDto>, ProblemHttpResult>> ResumeAsync(
        Guid id, HttpContext http, EvaluationEngine engine, EvaluationRepository evaluations, CancellationToken cancellationToken) =>
        await EvaluationAnswer.OfAsync(await engine.ResumeAsync(http.User.Owner(), id, cancellationToken), http, evaluations, cancellationToken);
}
