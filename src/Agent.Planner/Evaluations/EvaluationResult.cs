using System.Text.Json;
using PromptLab.Data.Evaluations;
using PromptLab.Planner.Turns;
using PromptLab.Workflows.Datasets;
using PromptLab.Workflows.Evaluators;

namespace PromptLab.Planner.Evaluations;

/// <summary>What came of one row, as the API and the event <c>result</c> show it.</summary>
/// <param name="RowId">Of the row in the dataset, which may have been changed since.</param>
/// <param name="Variables">As they were when the evaluation began.</param>
/// <param name="Expected">As it was when the evaluation began: a text, an object or a list; null for nothing.</param>
/// <param name="Status"><c>passed</c>, <c>failed</c> or <c>error</c>.</param>
/// <param name="Score">0 to 1.</param>
public sealed record EvaluationResult(
    Guid RowId, int Ordinal, Guid? ExecutionId, string Status, bool Passed, double Score, IReadOnlyList<CheckResult> Checks, string? Output,
    EvaluationResultError? Error, IReadOnlyDictionary<string, string> Variables, JsonElement? Expected, long? DurationMs)
{
    public static EvaluationResult Of(EvaluationResultRow row) => new(
        row.RowId, row.Ordinal, row.ExecutionId, row.Status, row.Status == EvaluationResultStatus.Passed, row.Score,
        row.Checks is null ? [] : JsonSerializer.Deserialize<List<CheckResult>>(row.Checks, TurnJson.Options)!, row.Output,
        row.ErrorCode is { } code ? new(code, row.ErrorText ?? "") : null,
        DatasetCase.ReadVariables(row.Variables), DatasetCase.ReadExpected(row.Expected), row.DurationMs);
}
