using Microsoft.Extensions.Options;
using PromptLab.Everflow;
using PromptLab.Host.Problems;
using PromptLab.Host.Workflows;
using PromptLab.Plugins.Alerts;
using PromptLab.Plugins.Tools;
using PromptLab.Workflows.AlertRules;

namespace PromptLab.Host.AlertRules;

/// <summary>A backtest over HTTP, bounded in days and in time.</summary>
internal sealed class AlertBacktestRun(AlertBacktester backtester, IOptions<AlertOptions> options, TimeProvider clock)
{
    public async Task<IResult> RunAsync(AlertRule rule, int days, HttpResponse response, CancellationToken cancellationToken)
    {
        if (days is < 1 or > AlertBacktester.MostDays)
        {
            return ApiProblem.Invalid("days_invalid", "days", $"days is a number from 1 to {AlertBacktester.MostDays}.");
        }

        using var late = new CancellationTokenSource(options.Value.BacktestTimeout, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return TypedResults.Ok(await backtester.RunAsync(rule, days, both.Token));
        }
        catch (EverflowException exception)
        {
            return WorkflowProblem.Of(EverflowProblem.From(exception), response);
        }
        catch (OperationCanceledException) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return ApiProblem.Create(StatusCodes.Status504GatewayTimeout, "backtest_timeout", "The backtest took too long. Ask for fewer days, or again a little later.");
        }
    }
}
