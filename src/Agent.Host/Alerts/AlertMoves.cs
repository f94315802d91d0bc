using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Data.Alerts;
using PromptLab.Host.Problems;
using PromptLab.Workflows.Alerts;

namespace PromptLab.Host.Alerts;

/// <summary>What people do with an alert, over HTTP.</summary>
internal sealed class AlertMoves(AlertRepository alerts, AlertDesk desk)
{
    public async Task<Results<Ok<AlertView>, ProblemHttpResult>> RunAsync(
        string owner, Guid id, string action, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        if (await alerts.FindAsync(owner, id, cancellationToken) is not { } row)
        {
            return NotFound();
        }

        return await desk.UpdateAsync(owner, row.Number, action, until, cancellationToken) switch
        {
            AlertUpdate.Done done => TypedResults.Ok(done.Alert),
            AlertUpdate.Refused refused => ApiProblem.Create(StatusCodes.Status409Conflict, "alert_state", refused.Reason, ("state", (object)refused.Alert.State)),
            _ => NotFound(),
        };
    }

    public static ProblemHttpResult NotFound() => ApiProblem.Create(StatusCodes.Status404NotFound, "alert_not_found", "There is no such alert.");
}
