namespace PromptLab.Host.Executions;

/// <param name="Executions">In the order of the runs. Each streams its events at <c>/api/v1/executions/{id}/events</c>; all together are compared at
/// <c>/api/v1/executions/compare</c>.</param>
public sealed record ComparisonStartDto(IReadOnlyList<ExecutionSummaryDto> Executions);
