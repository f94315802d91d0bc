using PromptLab.Data.Executions;
using PromptLab.Planner.Models;
using PromptLab.Workflows.Executions;

namespace PromptLab.Planner.Executions;

/// <summary>Runs a template for a tool, which waits for the whole output.</summary>
internal sealed class TemplateRunner(ExecutionEngine engine, ExecutionRepository executions, ExecutionModels models) : ITemplateRunner
{
    public async Task<TemplateRun> RunAsync(ExecutionRequest request, CancellationToken cancellationToken)
    {
        var start = await engine.StartAsync(request, cancellationToken);
        if (start is not ExecutionStart.Started { Run: var run })
        {
            return new(null, "", "", "", 0, IsOffline: false, 0, 0, 0, Problem(start));
        }

        await using (cancellationToken.UnsafeRegister(static state => ((Turns.LiveTurn)state!).Cancel(), run))
        {
            await run.Work;
        }

        cancellationToken.ThrowIfCancellationRequested();
        var row = (await executions.FindAsync(request.Owner, run.Id, cancellationToken))!;
        return new(
            row.Id, row.Output ?? "", row.Provider, row.Model, row.Version, models.Kind(row.Provider) == ModelKind.Offline,
            row.InputTokens, row.OutputTokens, row.DurationMs ?? 0, row.ErrorText);
    }

    private static string Problem(ExecutionStart start) => start switch
    {
        ExecutionStart.NoTokensLeft => "Today's share of the language model is used up. It starts again at midnight UTC.",
        ExecutionStart.TooMany many => $"{many.AtOnce} of your executions are running, which is as many as may. Please try again when one has ended.",
        _ => "The template could not be run; it may just have been changed. Please try again.",
    };
}
