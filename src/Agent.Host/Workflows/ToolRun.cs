using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PromptLab.Planner.Turns;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Workflows;

/// <summary>Runs one tool for a caller who gives its arguments, outside any turn and within the time of one.</summary>
internal sealed class ToolRun(IOptions<TurnOptions> limits, TimeProvider time)
{
    /// <param name="conversation">Where a confirmation belongs to; null for none.</param>
    public async Task<ToolRunResult> RunAsync(
        ITool tool, JsonObject arguments, string owner, Guid? conversation, IProgress<ToolProgress> progress, CancellationToken cancellationToken)
    {
        var context = new ToolContext(owner, conversation ?? Guid.Empty, Guid.CreateVersion7(time.GetUtcNow()), "", progress) { IsPersonal = true };
        using var limit = new CancellationTokenSource(limits.Value.Timeout, time);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await RunAsync(tool, new ToolArguments(arguments), context, stopped.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return new ToolRunResult.TimedOut(
                $"The answer took longer than {limits.Value.Timeout.TotalSeconds:0} seconds and was stopped. Please ask for less at a time.");
        }
    }

    private static async Task<ToolRunResult> RunAsync(ITool tool, ToolArguments arguments, ToolContext context, CancellationToken cancellationToken) =>
        await tool.ResolveAsync(arguments, context, cancellationToken) switch
        {
            ToolResolution.Resolved { Request: var request } => await tool.RunAsync(request, context, cancellationToken) switch
            {
                ToolOutcome.Failed { Problem: var problem } => new ToolRunResult.Failed(problem),
                var outcome => new ToolRunResult.Done(request, outcome),
            },
            ToolResolution.Asked { Question: var question } => new ToolRunResult.Unclear(question),
            ToolResolution.Failed { Problem: var problem } => new ToolRunResult.Failed(problem),
            var other => throw new InvalidOperationException($"Unknown resolution {other.GetType().Name}."),
        };
}
