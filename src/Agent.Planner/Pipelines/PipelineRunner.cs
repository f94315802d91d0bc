using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PromptLab.Data.Runs;
using PromptLab.Planner.Executions;
using PromptLab.Planner.Models;
using PromptLab.Planner.Turns;
using PromptLab.Workflows.Pipelines;

namespace PromptLab.Planner.Pipelines;

/// <summary>Runs a pipeline for a tool, which waits for the end.</summary>
/// <param name="services">The engine needs the tools, and the tool that runs pipelines needs this: the engine is looked up when it is used.</param>
internal sealed class PipelineRunner(IServiceProvider services, RunReader runs, ExecutionModels models) : IPipelineRunner
{
    public async Task<PipelineOutcome> RunAsync(
        string owner, Guid pipelineId, IReadOnlyDictionary<string, string> inputs, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var start = await services.GetRequiredService<PipelineEngine>().StartAsync(owner, pipelineId, inputs, cancellationToken);
        if (start is not PipelineStart.Started { Run: var run })
        {
            return new(null, null, null, [], 0, 0, null, 0, Refusal(start));
        }

        await using (cancellationToken.UnsafeRegister(static state => ((LiveTurn)state!).Cancel(), run))
        {
            await foreach (var batch in run.ReadAsync(0, CancellationToken.None))
            {
                foreach (var item in batch.Where(item => item.Type == TurnEventType.StepStarted))
                {
                    progress.Report(JsonElement.Parse(item.Json).GetProperty("stepName").GetString()!);
                }
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        return Outcome((await runs.FindAsync(owner, run.Id, cancellationToken))!, await runs.StepsAsync(run.Id, 1, cancellationToken));
    }

    private static string Refusal(PipelineStart start) => start switch
    {
        PipelineStart.Broken broken => $"The pipeline cannot be run as it is now. {string.Join(' ', broken.Problems.Where(problem => problem.IsError).Select(problem => problem.Message).Distinct())}",
        PipelineStart.InvalidInputs invalid => string.Join(' ', invalid.Problems.Select(problem => problem.Text)),
        PipelineStart.TooMany many => $"{many.AtOnce} of your runs are going on, which is as many as may. Wait for one to end.",
        _ => "The pipeline could not be run; it may just have been deleted.",
    };

    private PipelineOutcome Outcome(RunRow run, IReadOnlyList<RunStepRow> steps) => new(
        run.Id, run.Status, run.Output, [.. steps.Select(Outcome)], run.InputTokens, run.OutputTokens, run.Cost, run.DurationMs, run.ErrorText);

    private PipelineOutcomeStep Outcome(RunStepRow step) => new(
        step.Name, step.Kind, step.Status, step.Tool, step.Provider, step.Model, step.Output, step.Reason ?? step.ErrorText, step.DurationMs,
        step.Provider is { } provider && models.Kind(provider) == ModelKind.Offline);
}
