using PromptLab.Data.Executions;
using PromptLab.Workflows.Differences;

namespace PromptLab.Host.Executions;

/// <summary>Executions side by side.</summary>
/// <param name="Executions">With tokens, cost and times, in the order in which they were asked for.</param>
/// <param name="Outputs">Of each, what there is of it.</param>
/// <param name="Differences">From the first output to each of the others, word by word.</param>
public sealed record ComparisonDto(
    IReadOnlyList<ExecutionSummaryDto> Executions, IReadOnlyList<string?> Outputs, IReadOnlyList<IReadOnlyList<DifferencePart>> Differences)
{
    internal static ComparisonDto Of(IReadOnlyList<ExecutionRow> rows) => new(
        [.. rows.Select(ExecutionSummaryDto.Of)],
        [.. rows.Select(row => row.Output)],
        [.. rows.Skip(1).Select(row => WordDifference.Between(rows[0].Output ?? "", row.Output ?? ""))]);
}
