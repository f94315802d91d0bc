using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Alerts;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Host.Problems;
using PromptLab.Workflows.Alerts;
using PromptLab.Workflows.Dates;

namespace PromptLab.Host.Alerts;

internal static class AlertEndpoints
{
    private static readonly string[] States =
        [AlertState.New, AlertState.Acknowledged, AlertState.Snoozed, AlertState.Resolved, AlertState.Open];

    public static IEndpointRouteBuilder MapAlerts(this IEndpointRouteBuilder api)
    {
        var alerts = api.MapGroup("/alerts").WithTags("Alerts").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        alerts.MapGet("/", ListAsync).WithName("ListAlerts").WithSummary("Alerts that you were told of, the newest first");

        var one = alerts.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", GetAsync).WithName("GetAlert").WithSummary("One alert");
        one.MapGet("/history", HistoryAsync).WithName("GetAlertHistory").WithSummary("Who did what with it, and when");

        var moves = one.MapGroup("").ProducesProblem(StatusCodes.Status409Conflict);
        moves.MapPost("/ack", (Guid id, HttpContext http, AlertMoves run, CancellationToken token) => run.RunAsync(http.User.Owner(), id, AlertAction.Acknowledge, null, token))
            .WithName("AcknowledgeAlert").WithSummary("Acknowledge: somebody has seen it");
        moves.MapPost("/snooze", SnoozeAsync).WithName("SnoozeAlert").WithSummary("Snooze: those in it are not announced until a time");
        moves.MapPost("/resolve", (Guid id, HttpContext http, AlertMoves run, CancellationToken token) => run.RunAsync(http.User.Owner(), id, AlertAction.Resolve, null, token))
            .WithName("ResolveAlert").WithSummary("Resolve: it is done with");
        moves.MapPost("/reopen", (Guid id, HttpContext http, AlertMoves run, CancellationToken token) => run.RunAsync(http.User.Owner(), id, AlertAction.Reopen, null, token))
            .WithName("ReopenAlert").WithSummary("Make it new again");
        return api;
    }

    private static async Task<Results<Ok<ListReply<AlertView>>, ProblemHttpResult>> ListAsync(
        HttpContext http, AlertRepository alerts, NetworkCalendar calendar, CancellationToken cancellationToken,
        [Description("new, acknowledged, snoozed, resolved, or open for all but resolved ones.")] string? state = null,
        [Description("A day or an instant; created then or later.")] string? since = null,
        [Description("Id of the rule.")] Guid? rule = null, string? cursor = null, int limit = 50)
    {
        if (PageLimit.Problem(limit) is { } problem)
        {
            return problem;
        }

        if (state is not null && !States.Contains(state))
        {
            return ApiProblem.Invalid("state_invalid", "state", $"state is one of {string.Join(", ", States)}.");
        }

        if (!AlertSince.TryRead(since, calendar, out var from))
        {
            return ApiProblem.Invalid("since_invalid", "since", "since is a day (2025-01-15) or an instant (2025-01-15T08:00:00Z).");
        }

        var page = await alerts.ListAsync(http.User.Owner(), new AlertFilter(state, from, rule), cursor, limit, cancellationToken);
        return TypedResults.Ok(ListReply<AlertView>.Of(page, AlertView.Of));
    }

    private static async Task<Results<Ok<AlertView>, ProblemHttpResult>> GetAsync(
        Guid id, HttpContext http, AlertRepository alerts, CancellationToken cancellationToken) =>
        await alerts.FindAsync(http.User.Owner(), id, cancellationToken) is { } row ? TypedResults.Ok(AlertView.Of(row)) : AlertMoves.NotFound();

    private static async Task<Results<Ok<ListReply<AlertChangeRow>>, ProblemHttpResult>> HistoryAsync(
        Guid id, HttpContext http, AlertRepository alerts, CancellationToken cancellationToken) =>
        await alerts.FindAsync(http.User.Owner(), id, cancellationToken) is null
            ? AlertMoves.NotFound()
            : TypedResults.Ok(new ListReply<AlertChangeRow>(await alerts.HistoryAsync(id, cancellationToken), null));

    private static async Task<Results<Ok<AlertView>, ProblemHttpResult>> SnoozeAsync(
        Guid id, AlertSnooze snooze, HttpContext http, AlertMoves run, NetworkCalendar calendar, CancellationToken cancellationToken) =>
        snooze.Until is { } text && LaterPhrases.Resolve(text, calendar) is { } until
            ? await run.RunAsync(http.User.Owner(), id, AlertAction.Snooze, until, cancellationToken)
            : ApiProblem.Invalid("until_invalid", "until", "until is a time within the next year: 2025-01-20T08:00:00Z, 2025-01-20, “3 days” or “Monday”.");
}
