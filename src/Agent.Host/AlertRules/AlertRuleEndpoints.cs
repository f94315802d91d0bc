using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Authentication;
using PromptLab.Host.Conversations;
using PromptLab.Plugins.Alerts;
using PromptLab.Workflows.AlertRules;

namespace PromptLab.Host.AlertRules;

internal static class AlertRuleEndpoints
{
    private const int UsualDays = 60;

    public static IEndpointRouteBuilder MapAlertRules(this IEndpointRouteBuilder api)
    {
        var rules = api.MapGroup("/alert-rules").WithTags("Alert rules").ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        rules.MapGet("/", ListAsync).WithName("ListAlertRules").WithSummary("The rules that alerts come from, those of the configuration too");
        rules.MapPost("/", CreateAsync).WithName("CreateAlertRule").WithSummary("Make a rule; what is left out gets the kind's default");
        rules.MapPost("/backtest", TryAsync).WithName("BacktestAlertRuleDraft").WithSummary("What a rule that is not stored would have reported")
            .Produces<AlertBacktest>();

        var one = rules.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapGet("/", GetAsync).WithName("GetAlertRule").WithSummary("One rule");
        one.MapPatch("/", ChangeAsync).WithName("UpdateAlertRule").WithSummary("Change a rule; one of the configuration can only be switched or snoozed")
            .ProducesProblem(StatusCodes.Status409Conflict);
        one.MapDelete("/", DeleteAsync).WithName("DeleteAlertRule").WithSummary("Remove a rule; its alerts stay").ProducesProblem(StatusCodes.Status409Conflict);
        one.MapPost("/backtest", BacktestAsync).WithName("BacktestAlertRule").WithSummary("What the rule would have reported, whether it is on or not")
            .Produces<AlertBacktest>();
        return api;
    }

    private static async Task<Ok<ListReply<AlertRule>>> ListAsync(AlertRuleBook rules, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ListReply<AlertRule>(await rules.ListAsync(cancellationToken), null));

    private static async Task<Results<Created<AlertRule>, ProblemHttpResult>> CreateAsync(
        AlertRuleDraft draft, HttpContext http, AlertRuleBook rules, CancellationToken cancellationToken)
    {
        var saved = await rules.CreateAsync(draft, http.User.Owner(), cancellationToken);
        return saved is AlertRuleSaved.Saved { Rule: var rule } ? TypedResults.Created($"/api/v1/alert-rules/{rule.Id}", rule) : AlertRuleProblem.Of(saved);
    }

    private static async Task<Results<Ok<AlertRule>, ProblemHttpResult>> GetAsync(Guid id, AlertRuleBook rules, CancellationToken cancellationToken) =>
        await rules.FindAsync(id, cancellationToken) is { } rule ? TypedResults.Ok(rule) : AlertRuleProblem.NotFound();

    private static async Task<Results<Ok<AlertRule>, ProblemHttpResult>> ChangeAsync(
        Guid id, AlertRuleDraft draft, AlertRuleBook rules, CancellationToken cancellationToken)
    {
        var saved = await rules.ChangeAsync(id, draft, cancellationToken);
        return saved is AlertRuleSaved.Saved { Rule: var rule } ? TypedResults.Ok(rule) : AlertRuleProblem.Of(saved);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(Guid id, AlertRuleBook rules, CancellationToken cancellationToken)
    {
        var removed = await rules.DeleteAsync(id, cancellationToken);
        return removed is AlertRuleSaved.Saved ? TypedResults.NoContent() : AlertRuleProblem.Of(removed);
    }

    private static async Task<IResult> BacktestAsync(
        Guid id, HttpContext http, AlertRuleBook rules, AlertBacktestRun run, CancellationToken cancellationToken, [Description("1 to 365, ending yesterday.")] int days = UsualDays) =>
        await rules.FindAsync(id, cancellationToken) is { } rule ? await run.RunAsync(rule, days, http.Response, cancellationToken) : AlertRuleProblem.NotFound();

    private static async Task<IResult> TryAsync(
        AlertRuleDraft draft, HttpContext http, AlertRuleBook rules, AlertBacktestRun run, CancellationToken cancellationToken,
        [Description("1 to 365, ending yesterday.")] int days = UsualDays)
    {
        var tried = rules.Try(draft with { Name = draft.Name ?? "backtest" }, http.User.Owner());
        return tried is AlertRuleSaved.Saved { Rule: var rule } ? await run.RunAsync(rule, days, http.Response, cancellationToken) : AlertRuleProblem.Of(tried);
    }
}
