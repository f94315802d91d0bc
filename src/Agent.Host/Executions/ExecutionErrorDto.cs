namespace PromptLab.Host.Executions;

/// <param name="Code">Stable, for example <c>model_rate_limited</c>.</param>
/// <param name="Message">A sentence for the person.</param>
public sealed record ExecutionErrorDto(string Code, string Message);
