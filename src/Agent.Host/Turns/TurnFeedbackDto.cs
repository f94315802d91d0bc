using PromptLab.Data.Turns;

namespace PromptLab.Host.Turns;

/// <param name="Thumb"><c>up</c>, <c>down</c>, or null when it was taken back.</param>
public sealed record TurnFeedbackDto(string? Thumb, string? Comment)
{
    internal static TurnFeedbackDto Of(TurnFeedbackRow row) => new(row.Thumb, row.Comment);

    /// <summary>Null when nothing is said.</summary>
    internal static TurnFeedbackDto? Of(string? thumb, string? comment) => thumb is null && comment is null ? null : new(thumb, comment);
}
