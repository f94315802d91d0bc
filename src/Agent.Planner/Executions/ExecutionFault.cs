using System.Text.Json;
using PromptLab.Planner.Models;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Executions;

/// <summary>Why an execution gave no whole answer, in words for the person. Upstream texts are never part of it.</summary>
internal sealed record ExecutionFault(string Code, string Text)
{
    public static readonly ExecutionFault Interrupted = new("interrupted", "The execution was interrupted because the service stopped. It can be run again.");

    public static ExecutionFault TimeUp(TimeSpan limit) =>
        new("execution_timeout", $"The model took longer than {limit.TotalSeconds:0} seconds and was stopped. Ask for less, or raise Executions:Timeout.");

    public static ExecutionFault Broken(Guid id) =>
        new("internal_error", $"Something went wrong on our side. Reference: {TurnReference.Of(id)}.");

    public static ExecutionFault NotStored(Guid id) =>
        new("storage_failed", $"The output could not be stored. Reference: {TurnReference.Of(id)}.");

    public static ExecutionFault Of(ModelException exception, string provider) => new($"model_{exception.Code}", exception.Failure switch
    {
        ModelFailure.RejectedKey => $"The provider {provider} rejects our key. Please tell whoever administers it (Models:Providers:{provider}:ApiKey).",
        ModelFailure.RateLimited => $"The provider {provider} allows no more requests right now. Please try again later.",
        ModelFailure.Timeout => $"The provider {provider} did not answer in time. Please try again.",
        ModelFailure.BadRequest => $"The provider {provider} refuses the request. Check the model's name and the parameters.",
        ModelFailure.ContextTooLong => "The prompt is longer than the model can read. Shorten it, or choose another model.",
        ModelFailure.MalformedReply => $"The answer of the provider {provider} could not be read. Please try again.",
        _ => $"The provider {provider} did not answer. Please try again in a moment.",
    });

    /// <summary>The last event of a run that its own process could not end.</summary>
    public string ToEvent() => $$"""{"type":"{{TurnEventType.RunError}}","message":{{JsonSerializer.Serialize(Text)}},"code":"{{Code}}"}""";
}
