namespace PromptLab.Planner.Pipelines;

/// <param name="Code">Stable, for example <c>model_rate_limited</c>.</param>
/// <param name="Message">A sentence for the person.</param>
public sealed record RunError(string Code, string Message)
{
    public static RunError? Of(string? code, string? text) => code is null ? null : new(code, text ?? "");
}
