using PromptLab.Data.Executions;
using PromptLab.Planner.Executions;
using PromptLab.Workflows.Templates;

namespace PromptLab.Host.Executions;

/// <param name="Variables">Every value that was used, defaults included.</param>
/// <param name="SystemPrompt">With the values in place.</param>
/// <param name="Prompt">With the values in place.</param>
/// <param name="Output">What there is of it; null before the end.</param>
public sealed record ExecutionDto(
    ExecutionSummaryDto Execution, IReadOnlyDictionary<string, string> Variables, ModelParameters Parameters, string? SystemPrompt, string Prompt, string? Output)
{
    internal static ExecutionDto Of(ExecutionRow row) => new(
        ExecutionSummaryDto.Of(row), ExecutionJson.Variables(row.Variables), ExecutionJson.Parameters(row.Parameters), row.SystemPrompt, row.Prompt, row.Output);
}
