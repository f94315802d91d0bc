using PromptLab.Data.Executions;
using PromptLab.Planner.Models;
using PromptLab.Workflows.Executions;

namespace PromptLab.Planner.Executions;

/// <summary>Runs a template for a tool, which waits for the whole output.</summary>
internal sealed class TemplateRunner(ExecutionEngine engine, ExecutionRepository executions, ExecutionModels models) : ITemplateRunner
{
    public async Task<TemplateRun> RunAsync(ExecutionRequest request, CancellationToken cancellationToken)
    {
        if (await engine.StartAsync(request, cancellationToken) is not { } start || start is not ExecutionStart.Started { Run: var run })
        {
            return new(null, "", "", "", 0, IsOffline: false, 0, 0, 0, "The template could not be run; it may just have been changed. Please try again.");
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
}
