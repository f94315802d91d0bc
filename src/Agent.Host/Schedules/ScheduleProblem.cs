using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Problems;

namespace PromptLab.Host.Schedules;

internal static class ScheduleProblem
{
    public static ProblemHttpResult NotFound() =>
        ApiProblem.Create(StatusCodes.Status404NotFound, "schedule_not_found", "There is no such schedule.");

    public static ProblemHttpResult OfRule() => ApiProblem.Create(
        StatusCodes.Status409Conflict, "schedule_of_rule", "This schedule belongs to an alert rule; change the rule at /api/v1/alert-rules.");
}
