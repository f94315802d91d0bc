using PromptLab.Data.Prompts;

namespace PromptLab.Host.Prompts;

/// <summary>How a version has done, over the turns of all users.</summary>
/// <param name="Hash">Of the file that served.</param>
/// <param name="ToolErrorRate">Share of the turns in which the model called a tool or gave arguments that do not exist; 0 to 1.</param>
/// <param name="Cost">In the currency of the configured prices; null when none are known.</param>
public sealed record PromptUsageDto(
    string Hash, long Turns, long FailedTurns, long TurnsWithToolErrors, double ToolErrorRate, long ThumbsUp, long ThumbsDown,
    long InputTokens, long OutputTokens, decimal? Cost, double? MeanDurationMs)
{
    internal static PromptUsageDto Of(PromptUsageRow row) => new(
        row.Hash, row.Turns, row.FailedTurns, row.TurnsWithToolErrors, row.Turns == 0 ? 0 : (double)row.TurnsWithToolErrors / row.Turns,
        row.ThumbsUp, row.ThumbsDown, row.InputTokens, row.OutputTokens, row.Cost, row.MeanDurationMs);
}
