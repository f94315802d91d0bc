using Microsoft.Extensions.Logging;
using PromptLab.Planner.Turns;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning;

/// <summary>Runs a call under the policies that hold for every planner.</summary>
internal sealed partial class ToolInvoker(ToolCatalogue catalogue, TimeProvider time, ILogger<ToolInvoker> logger)
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(400);

    public async Task<ToolCallResult> InvokeAsync(ToolRun run, CancellationToken cancellationToken)
    {
        var (call, context, output) = run;
        var started = time.GetTimestamp();
        output.ToolCalled(call.Id, call.Tool, call.Arguments?.ToJsonString() ?? "{}");
        var result = await RunAsync(call, context, output, cancellationToken);
        output.ToolFinished(call.Id, call.Tool, StatusOf(result), result.Digest, time.GetElapsedTime(started));
        return result;
    }

    private async Task<ToolCallResult> RunAsync(ToolCall call, ToolContext context, IPlannerOutput output, CancellationToken cancellationToken)
    {
        if (Reject(call, out var tool) is { } rejected)
        {
            return rejected;
        }

        try
        {
            return await ResolveAndRunAsync(call, tool!, context, output, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            var reference = TurnReference.Of(context.TurnId);
            ToolBroke(exception, call.Tool, reference);
            return new ToolCallResult.Failed(call, null, new ToolProblem(
                "internal_error", $"Something went wrong on our side, and nothing was changed. Reference: {reference}.", [], reference));
        }
    }

    private async Task<ToolCallResult> ResolveAndRunAsync(
        ToolCall call, ITool tool, ToolContext context, IPlannerOutput output, CancellationToken cancellationToken)
    {
        switch (await tool.ResolveAsync(new ToolArguments(call.Arguments!), context, cancellationToken))
        {
            case ToolResolution.Asked asked:
                return new ToolCallResult.Asked(call, null, asked.Question, asked.Known);
            case ToolResolution.Failed failed:
                return new ToolCallResult.Failed(call, null, failed.Problem);
            case ToolResolution.Resolved { Request: var request }:
                output.Resolved(call.Id, request);
                return await RunWithProgressAsync(tool, request, context, cancellationToken) switch
                {
                    ToolOutcome.Answered answered => new ToolCallResult.Answered(call, request, answered.Answer),
                    ToolOutcome.Asked asked => new ToolCallResult.Asked(call, request, asked.Question, null),
                    ToolOutcome.Proposed proposed => new ToolCallResult.Proposed(call, proposed.Proposal),
                    ToolOutcome.Failed failed => new ToolCallResult.Failed(call, request, failed.Problem),
                    var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
                };
            case var other:
                throw new InvalidOperationException($"Unknown resolution {other.GetType().Name}.");
        }
    }

    /// <summary>What takes longer than a moment says that it is at work.</summary>
    private async Task<ToolOutcome> RunWithProgressAsync(ITool tool, ResolvedRequest request, ToolContext context, CancellationToken cancellationToken)
    {
        var run = tool.RunAsync(request, context, cancellationToken);
        try
        {
            return await run.WaitAsync(Moment, time, cancellationToken);
        }
        catch (TimeoutException) when (!run.IsCompleted)
        {
            context.Progress.Report(new ToolProgress("report", "The network is computing the figures…"));
            return await run;
        }
    }

    private ToolCallResult.Rejected? Reject(ToolCall call, out ITool? tool)
    {
        if (!catalogue.TryFind(call.Tool, out tool))
        {
            return new ToolCallResult.Rejected(call, $"There is no tool of that name. The tools are: {string.Join(", ", catalogue.All.Select(known => known.Descriptor.Name))}.");
        }

        if (call.Arguments is null)
        {
            return new ToolCallResult.Rejected(call, "The arguments are not a JSON object.");
        }

        var unknown = tool.Descriptor.UnknownArguments(call.Arguments);
        return unknown.Count == 0
            ? null
            : new ToolCallResult.Rejected(call, $"Unknown arguments: {string.Join(", ", unknown)}. The tool takes: {string.Join(", ", tool.Descriptor.ArgumentNames)}.");
    }

    private static string StatusOf(ToolCallResult result) => result switch
    {
        ToolCallResult.Answered => "answered",
        ToolCallResult.Asked => "asked",
        ToolCallResult.Proposed => "proposed",
        ToolCallResult.Rejected => "rejected",
        _ => "failed",
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "Tool {Tool} broke; reference {Reference}")]
    private partial void ToolBroke(Exception exception, string tool, string reference);
}
