using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Problems;
using PromptLab.Workflows.AlertRules;

namespace PromptLab.Host.AlertRules;

/// <summary>Why a rule was not saved, as a problem.</summary>
internal static class AlertRuleProblem
{
    public static ProblemHttpResult Of(AlertRuleSaved saved) => saved switch
    {
        AlertRuleSaved.Invalid { Faults: var faults } => ApiProblem.Create(
            StatusCodes.Status422UnprocessableEntity, "alert_rule_invalid", string.Join(' ', faults.SelectMany(fault => fault.Value)), ("errors", faults)),
        AlertRuleSaved.ReadOnly => ApiProblem.Create(
            StatusCodes.Status409Conflict, "alert_rule_configured",
            "This rule comes from the configuration (Alerts:Rules); here it can only be switched with enabled, or snoozed with snoozed_until."),
        _ => NotFound(),
    };

    public static ProblemHttpResult NotFound() => ApiProblem.Create(StatusCodes.Status404NotFound, "alert_rule_not_found", "There is no such alert rule.");
}
