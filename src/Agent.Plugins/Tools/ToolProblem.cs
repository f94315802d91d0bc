namespace PromptLab.Plugins.Tools;

/// <summary>Why a tool gave no answer, in words for the person. Never an exception text.</summary>
/// <param name="Code">Stable, for example <c>everflow_rejected_key</c>.</param>
/// <param name="ReferenceId">What to quote to the operator; the log has the details under it.</param>
public sealed record ToolProblem(string Code, string Text, IReadOnlyList<ToolChoice> Choices, string? ReferenceId = null)
{
    /// <summary>How long to stay away, when the network said so.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
