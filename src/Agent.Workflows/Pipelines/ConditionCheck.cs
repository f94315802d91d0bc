using static PromptLab.Workflows.Pipelines.PipelineProblem;

namespace PromptLab.Workflows.Pipelines;

/// <summary>Conditions that cannot be decided. Whether their variable exists is looked at with all variables.</summary>
internal static class ConditionCheck
{
    public static IEnumerable<PipelineProblem> Problems(PipelineCondition? when) => when switch
    {
        null => [],
        _ when !ConditionOperator.All.Contains(when.Operator) =>
            [Wrong("when.operator", $"“{when.Operator}” is no comparison: use one of {string.Join(", ", ConditionOperator.All)}.")],
        { Operator: ConditionOperator.Empty or ConditionOperator.NotEmpty } => [],
        { Value: null } => [Wrong("when.value", $"Give the value that {when.Variable} is compared with.")],
        { Operator: ConditionOperator.Greater or ConditionOperator.Less } when PipelineCondition.Number(when.Value.Trim()) is null =>
            [Wrong("when.value", $"“{when.Value}” is no number, for example 12.5.")],
        { Operator: ConditionOperator.Matches } when Pattern(when.Value) is { } problem => [Wrong("when.value", problem)],
        _ => [],
    };

    private static string? Pattern(string value)
    {
        try
        {
            _ = PipelineCondition.Pattern(value.Trim());
            return null;
        }
        catch (NotSupportedException)
        {
            return "The pattern must not look ahead, behind or back (lookarounds and back references).";
        }
        catch (ArgumentException exception)
        {
            return $"This is no regular expression: {exception.Message}";
        }
    }
}
