using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Workflows;

/// <summary>Makes the replies of the workflows.</summary>
internal static class WorkflowReply
{
    public static WorkflowReply<object> Answered(ResolvedRequest request, ToolAnswer answer) => new(
        request.Tool, "answered", WorkflowRequestDto.Of(request), answer.Result, answer.Markdown, answer.Cards, null);

    public static WorkflowReply<object> Proposed(PendingProposal proposal) => new(
        proposal.Request.Tool, "proposed", WorkflowRequestDto.Of(proposal.Request), null, proposal.Text, [proposal.ToCard()], null);

    public static WorkflowReply<object> Asked(ResolvedRequest request, ToolQuestion question) => new(
        request.Tool, "asked", WorkflowRequestDto.Of(request), null, question.Text, [], question);
}

/// <summary>What came of a workflow.</summary>
/// <param name="Status"><c>answered</c>; <c>asked</c> when the request was clear and its outcome is a question; <c>proposed</c> when a person must confirm it first.</param>
/// <param name="Request">How the arguments were understood.</param>
/// <param name="Result">The figures as data; null unless answered.</param>
/// <param name="Markdown">The same as a person reads it.</param>
/// <param name="Cards">Objects with <c>kind</c> and <c>data</c>, as the chat shows them.</param>
/// <param name="Question">What is asked back; each choice's <c>message</c> says what to send as a chat message.</param>
public sealed record WorkflowReply<T>(
    string Tool, string Status, WorkflowRequestDto Request, T? Result, string Markdown, IReadOnlyList<Card> Cards, ToolQuestion? Question);
