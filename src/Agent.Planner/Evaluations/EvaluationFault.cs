using System.Text.Json;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Evaluations;

/// <summary>Why an evaluation ended before all its rows had results, in words for the person.</summary>
internal sealed record EvaluationFault(string Code, string Text)
{
    private const string Goes = "The results so far are kept; resume the evaluation to run the other rows.";

    public static readonly EvaluationFault Interrupted = new("interrupted", $"The evaluation was interrupted because the service stopped. {Goes}");

    public static readonly EvaluationFault NoTokensLeft =
        new("token_limit", $"Today's share of the language model is used up. It starts again at midnight UTC. {Goes}");

    public static readonly EvaluationFault TemplateGone =
        new("template_not_found", "The template or its version is not there any more: it was deleted, or is no longer shared with you. Bring it back, then resume the evaluation.");

    public static EvaluationFault TimeUp(TimeSpan limit) =>
        new("evaluation_timeout", $"The evaluation took longer than {limit.TotalHours:0.##} hours (Evaluations:Timeout). {Goes}");

    public static EvaluationFault RateLimited(string provider) =>
        new("model_rate_limited", $"The provider {provider} allows no more requests for now. {Goes}");

    public static EvaluationFault RejectedKey(string text) => new("model_rejected_key", $"{text} {Goes}");

    public static EvaluationFault Settings(string text) => new("evaluation_invalid", $"{text} {Goes}");

    public static EvaluationFault Broken(Guid id) => new("internal_error", $"Something went wrong on our side. Reference: {TurnReference.Of(id)}. {Goes}");

    /// <summary>The last event of a run that its own process could not end.</summary>
    public string ToEvent() => $$"""{"type":"{{TurnEventType.RunError}}","message":{{JsonSerializer.Serialize(Text)}},"code":"{{Code}}"}""";
}
