using PromptLab.Host.Workflows;
using PromptLab.Plugins.Tools;

namespace PromptLab.Host.Mcp;

/// <summary>The structured content of a tool's result. What a person reads stands beside it as text.</summary>
/// <param name="Status"><c>answered</c>; <c>asked</c> when the outcome is a question; <c>proposed</c> when a person must confirm it first.</param>
/// <param name="DataSource"><c>demo</c> for the simulated network, otherwise <c>everflow</c>.</param>
/// <param name="Request">How the arguments were understood.</param>
/// <param name="Result">The figures as data; null unless answered.</param>
/// <param name="Question">What is asked back.</param>
/// <param name="PendingAction">What waits for a person; nothing has been changed.</param>
internal sealed record McpToolReply<T>(
    string Tool, string Status, string DataSource, WorkflowRequestDto Request, T? Result, ToolQuestion? Question, McpPendingAction? PendingAction);
