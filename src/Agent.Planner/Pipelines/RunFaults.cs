using PromptLab.Planner.Executions;
using PromptLab.Planner.Turns;

namespace PromptLab.Planner.Pipelines;

/// <summary>Why a run was not completed, in words for the person.</summary>
internal static class RunFaults
{
    public static readonly ExecutionFault Interrupted = new(
        "interrupted", "The run was interrupted because the service stopped. It can be resumed; what is done is kept.");

    public static readonly ExecutionFault StepTimeUp = new(
        "run_timeout", "The time of the run was up before this step ended. Resume the run, or raise Pipelines:Timeout.");

    public static ExecutionFault OfStep(string step, string code, string text) => new(code, $"The step “{step}” failed: {text}");

    public static ExecutionFault StepStopped(string step) => new("step_stopped", $"The step “{step}” was stopped.");

    public static ExecutionFault TimeUp(TimeSpan limit) => new(
        "run_timeout", $"The run took longer than {limit.TotalMinutes:0} minutes and was stopped. It can be resumed, or raise Pipelines:Timeout.");

    public static ExecutionFault Broken(Guid id) => new("internal_error", $"Something went wrong on our side. Reference: {TurnReference.Of(id)}.");

    public static ExecutionFault NotStored(Guid id) => new("storage_failed", $"The end of the run could not be stored. Reference: {TurnReference.Of(id)}.");
}
