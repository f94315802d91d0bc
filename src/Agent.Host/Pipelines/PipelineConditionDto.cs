using System.ComponentModel;
using System.Text.Json;
using PromptLab.Host.Templates;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Host.Pipelines;

/// <param name="Value">A text, a number or a truth value; not used by <c>empty</c> and <c>not_empty</c>.</param>
public sealed record PipelineConditionDto(
    string? Variable,
    [property: Description("equals, not_equals, contains, not_contains, matches, empty, not_empty, greater or less. Case and outer spaces make no difference.")] string? Operator,
    JsonElement? Value = null)
{
    internal static PipelineConditionDto? Of(PipelineCondition? condition) => condition is null
        ? null
        : new(condition.Variable, condition.Operator, condition.Value is { } value ? JsonSerializer.SerializeToElement(value) : null);

    internal PipelineCondition ToCondition() => new(Variable?.Trim() ?? "", Operator ?? "", VariableText.Of(Value));
}
