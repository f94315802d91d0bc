using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using PromptLab.Host.Problems;
using PromptLab.Planner.PendingActions;
using PromptLab.Planner.Turns;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Workflows;

/// <summary>Runs one tool for a caller who gives its arguments, outside any turn.</summary>
internal sealed class WorkflowRun(PendingActionDesk desk, IOptions<TurnOptions> limits, TimeProvider time)
{
    /// <param name="conversation">Where a confirmation belongs to; null for none.</param>
    public async Task<IResult> RunAsync(
        ITool tool, JsonObject arguments, string owner, Guid? conversation, HttpResponse response, CancellationToken cancellationToken)
    {
        var context = new ToolContext(owner, conversation ?? Guid.Empty, Guid.CreateVersion7(time.GetUtcNow()), "", new Unheard()) { IsPersonal = true };
        using var limit = new CancellationTokenSource(limits.Value.Timeout, time);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await RunAsync(tool, new ToolArguments(arguments), context, response, stopped.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return ApiProblem.Create(StatusCodes.Status504GatewayTimeout, "workflow_timeout",
                $"The answer took longer than {limits.Value.Timeout.TotalSeconds:0} seconds and was stopped. Please ask for less at a time.");
        }
    }

    private async Task<IResult> RunAsync(
        ITool tool, ToolArguments arguments, ToolContext context, HttpResponse response, CancellationToken cancellationToken)
    {
        switch (await tool.ResolveAsync(arguments, context, cancellationToken))
        {
            case ToolResolution.Resolved { Request: var request }:
                return await AnswerAsync(request, await tool.RunAsync(request, context, cancellationToken), context, response, cancellationToken);
            case ToolResolution.Asked { Question: var question }:
                return WorkflowProblem.Unclear(question);
            case ToolResolution.Failed { Problem: var problem }:
                return WorkflowProblem.Of(problem, response);
            case var other:
                throw new InvalidOperationException($"Unknown resolution {other.GetType().Name}.");
        }
    }

    private async Task<IResult> AnswerAsync(
        ResolvedRequest request, ToolOutcome outcome, ToolContext context, HttpResponse response, CancellationToken cancellationToken) => outcome switch
    {
        ToolOutcome.Proposed { Proposal: var proposal } => await ProposeAsync(proposal, context, cancellationToken),
        ToolOutcome.Answered { Answer: var answer } => TypedResults.Ok(WorkflowReply.Answered(request, answer)),
        ToolOutcome.Asked { Question: var question } => TypedResults.Ok(WorkflowReply.Asked(request, question)),
        ToolOutcome.Failed { Problem: var problem } => WorkflowProblem.Of(problem, response),
        _ => throw new InvalidOperationException($"Unknown outcome {outcome.GetType().Name}."),
    };

    private async Task<IResult> ProposeAsync(PendingProposal proposal, ToolContext context, CancellationToken cancellationToken)
    {
        await desk.ProposeAsync(proposal, context.ConversationId == Guid.Empty ? null : context.ConversationId, cancellationToken);
        return TypedResults.Accepted($"/api/v1/pending-actions/{proposal.Id}", WorkflowReply.Proposed(proposal));
    }

    private sealed class Unheard : IProgress<ToolProgress>
    {
        public void Report(ToolProgress value)
        {
        }
    }
}
