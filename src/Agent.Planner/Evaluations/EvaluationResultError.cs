namespace PromptLab.Planner.Evaluations;

/// <param name="Code">Stable, for example <c>check_failed</c>.</param>
/// <param name="Message">A sentence for the person.</param>
public sealed record EvaluationResultError(string Code, string Message);
