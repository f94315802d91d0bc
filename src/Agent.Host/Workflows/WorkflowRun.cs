using System.Text.Json.Nodes;
using PromptLab.Host.Problems;
using PromptLab.Planner.PendingActions;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Workflows;

/// <summary>Answers a program's call of one tool.</summary>
internal sealed class WorkflowRun(ToolRun tools, PendingActionDesk desk)
{
    /// <param name="conversation">Where a confirmation belongs to; null for none.</param>
    public async Task<IResult> RunAsync(
        ITool tool, JsonObject arguments, string owner, Guid? conversation, HttpResponse response, CancellationToken cancellationToken) =>
        await tools.RunAsync(tool, arguments, owner, conversation, new Unheard(), cancellationToken) switch
        {
            ToolRunResult.Done done => await AnswerAsync(done, conversation, cancellationToken),
            ToolRunResult.Unclear { Question: var question } => WorkflowProblem.Unclear(question),
            ToolRunResult.Failed { Problem: var problem } => WorkflowProblem.Of(problem, response),
            ToolRunResult.TimedOut { Text: var text } => ApiProblem.Create(StatusCodes.Status504GatewayTimeout, "workflow_timeout", text),
            var other => throw new InvalidOperationException($"Unknown result {other.GetType().Name}."),
        };

    private async Task<IResult> AnswerAsync(ToolRunResult.Done done, Guid? conversation, CancellationToken cancellationToken) => done.Outcome switch
    {
        ToolOutcome.Proposed { Proposal: var proposal } => await ProposeAsync(proposal, conversation, cancellationToken),
        ToolOutcome.Answered { Answer: var answer } => TypedResults.Ok(WorkflowReply.Answered(done.Request, answer)),
        ToolOutcome.Asked { Question: var question } => TypedResults.Ok(WorkflowReply.Asked(done.Request, question)),
        var other => throw new InvalidOperationException($"Unknown outcome {other.GetType().Name}."),
    };

    private async Task<IResult> ProposeAsync(PendingProposal proposal, Guid? conversation, CancellationToken cancellationToken)
    {
        await desk.ProposeAsync(proposal, conversation, cancellationToken);
        return TypedResults.Accepted($"/api/v1/pending-actions/{proposal.Id}", WorkflowReply.Proposed(proposal));
    }

    private sealed class Unheard : IProgress<ToolProgress>
    {
        public void Report(ToolProgress value)
        {
        }
    }
}
