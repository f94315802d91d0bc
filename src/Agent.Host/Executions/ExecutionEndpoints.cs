using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PromptLab.Data.Executions;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Host.Problems;
using PromptLab.Host.Turns;
using PromptLab.Planner.Executions;

namespace PromptLab.Host.Executions;

internal static class ExecutionEndpoints
{
    private const string EventStream = "text/event-stream";

    public static IEndpointRouteBuilder MapExecutions(this IEndpointRouteBuilder api)
    {
        Runs(api.MapPost("/templates/{id:guid}/execute", ExecuteAsync)).WithName("ExecuteTemplate").WithSummary("Run a template with a model")
            .WithDescription("Streams AG-UI events with `Accept: text/event-stream`, otherwise answers with the whole execution as JSON. "
                + "Closing the connection does not stop it; `X-Execution-Id` tells what to follow or stop.");
        var executions = api.MapGroup("/executions").WithTags("Executions").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        executions.MapGet("/", ListAsync).WithName("ListExecutions").WithSummary("Your executions, the newest first");

        var one = executions.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", GetAsync).WithName("GetExecution").WithSummary("One execution with its prompt and output");
        one.MapGet("/events", EventsAsync).WithName("ExecutionEvents").WithSummary("Follow an execution, or read it again")
            .WithDescription("Gives exactly the events after `Last-Event-ID` (or `after`), also after it ended or the service restarted.")
            .Produces(StatusCodes.Status200OK, contentType: EventStream);
        one.MapPost("/cancel", CancelAsync).WithName("CancelExecution").WithSummary("Stop a running execution").ProducesProblem(StatusCodes.Status409Conflict);
        Runs(one.MapPost("/rerun", RerunAsync)).WithName("RerunExecution")
            .WithSummary("Run it again with the same version, values, provider and parameters, or with what the body changes");
        return api;
    }

    private static RouteHandlerBuilder Runs(RouteHandlerBuilder route) => route.WithTags("Executions")
        .Produces<ExecutionDto>()
        .Produces(StatusCodes.Status200OK, contentType: EventStream)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    private static async Task<Results<TurnEventStream, Ok<ExecutionDto>, ProblemHttpResult>> ExecuteAsync(
        Guid id, NewExecutionBody body, HttpContext http, ExecutionEngine engine, ExecutionRepository executions, CancellationToken cancellationToken) =>
        body is { Version: not null, Label: not null }
            ? ApiProblem.Invalid("version_ambiguous", "label", "Give a version or a label, not both.")
            : await ExecutionAnswer.OfAsync(
                await engine.StartAsync(body.ToRequest(http.User.Owner(), id), cancellationToken), http, executions, cancellationToken);

    private static async Task<Results<TurnEventStream, Ok<ExecutionDto>, ProblemHttpResult>> RerunAsync(
        Guid id, HttpContext http, ExecutionEngine engine, ExecutionRepository executions, CancellationToken cancellationToken,
        [FromBody(EmptyBodyBehavior = Microsoft.AspNetCore.Mvc.ModelBinding.EmptyBodyBehavior.Allow)] NewExecutionBody? body = null) =>
        await ExecutionAnswer.OfAsync(
            await engine.RerunAsync(http.User.Owner(), id, (body ?? new()).ToChange(), cancellationToken), http, executions, cancellationToken);

    private static async Task<Results<Ok<ListReply<ExecutionSummaryDto>>, ProblemHttpResult>> ListAsync(
        HttpContext http, ExecutionList list, [AsParameters] ExecutionQuery query, CancellationToken cancellationToken, string? cursor = null, int limit = 50)
    {
        if ((PageLimit.Problem(limit) ?? query.Problem()) is { } problem)
        {
            return problem;
        }

        var page = await list.ReadAsync(http.User.Owner(), query.ToFilter(), cursor, limit, cancellationToken);
        return TypedResults.Ok(ListReply<ExecutionSummaryDto>.Of(page, ExecutionSummaryDto.Of));
    }

    private static async Task<Results<Ok<ExecutionDto>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext http, ExecutionRepository executions, CancellationToken cancellationToken) =>
        await executions.FindAsync(http.User.Owner(), id, cancellationToken) is { } row ? TypedResults.Ok(ExecutionDto.Of(row)) : ExecutionAnswer.NotFound();

    private static Task<Results<TurnEventStream, ProblemHttpResult>> EventsAsync(
        Guid id, HttpContext http, ExecutionRepository executions, ExecutionViewer viewer, [AsParameters] TurnEventPlace place, CancellationToken cancellationToken) =>
        ExecutionAnswer.Life.EventsAsync(http.User.Owner(), id, place, executions.FindAsync, viewer.ReadAsync, cancellationToken);

    private static Task<Results<Accepted, ProblemHttpResult>> CancelAsync(
        Guid id, HttpContext http, ExecutionRepository executions, ExecutionEngine engine, CancellationToken cancellationToken) =>
        ExecutionAnswer.Life.CancelAsync(http.User.Owner(), id, engine.CancelAsync, executions.FindAsync, cancellationToken);
}
