using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using PromptLab.Data.PendingActions;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Host.Problems;
using PromptLab.Planner.PendingActions;

namespace PromptLab.Host.PendingActions;

internal static class PendingActionEndpoints
{
    public static IEndpointRouteBuilder MapPendingActions(this IEndpointRouteBuilder api)
    {
        var actions = api.MapGroup("/pending-actions").WithTags("Pending actions");
        actions.MapGet("/", ListAsync)
            .WithName("ListPendingActions")
            .WithSummary("What waits, or waited, for a yes: yours, and with the right to approve everybody's; newest first")
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        var one = actions.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", GetAsync).WithName("GetPendingAction").WithSummary("One pending action");
        one.MapPost("/confirm", ConfirmAsync)
            .WithName("ConfirmPendingAction")
            .WithSummary("Say yes: the action is carried out, once")
            .WithDescription("Answers when it is done. The outcome is told in the conversation, too. Closing the connection does not stop it.")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict);
        one.MapPost("/cancel", CancelAsync)
            .WithName("CancelPendingAction")
            .WithSummary("Say no: nothing is changed")
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status409Conflict);
        return api;
    }

    private static async Task<Results<Ok<ListReply<PendingActionDto>>, ProblemHttpResult>> ListAsync(
        HttpContext http, PendingActionDesk desk, CancellationToken cancellationToken,
        [Description("Only those of this conversation."), FromQuery(Name = "conversation_id")] Guid? conversationId = null,
        [Description("pending, executing, done, failed, cancelled, expired or replaced.")] string? status = null,
        string? cursor = null, int limit = 50)
    {
        if (PageLimit.Problem(limit) is { } problem)
        {
            return problem;
        }

        if (status is not null && !PendingActionStatus.All.Contains(status))
        {
            return ApiProblem.Invalid("status_invalid", "status", $"status is one of {string.Join(", ", PendingActionStatus.All)}.");
        }

        var page = await desk.ListAsync(http.User.Owner(), conversationId, status, cursor, limit, cancellationToken);
        return TypedResults.Ok(ListReply<PendingActionDto>.Of(page, PendingActionDto.Of));
    }

    private static async Task<Results<Ok<PendingActionDto>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext http, PendingActionDesk desk, CancellationToken cancellationToken) =>
        await desk.FindAsync(id, http.User.Owner(), cancellationToken) is { } row
            ? TypedResults.Ok(PendingActionDto.Of(row))
            : DecisionProblem.NotFound();

    private static async Task<Results<Ok<DecisionReply>, ProblemHttpResult>> ConfirmAsync(
        Guid id, HttpContext http, PendingActionDesk desk, CancellationToken cancellationToken) =>
        Reply(await desk.ConfirmAsync(id, http.User.Owner(), cancellationToken));

    private static async Task<Results<Ok<DecisionReply>, ProblemHttpResult>> CancelAsync(
        Guid id, HttpContext http, PendingActionDesk desk, CancellationToken cancellationToken) =>
        Reply(await desk.CancelAsync(id, http.User.Owner(), cancellationToken));

    private static Results<Ok<DecisionReply>, ProblemHttpResult> Reply(PendingDecision decision) =>
        decision is PendingDecision.Decided decided ? TypedResults.Ok(DecisionReply.Of(decided)) : DecisionProblem.Of(decision);
}
