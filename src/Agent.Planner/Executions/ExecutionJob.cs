using Microsoft.Extensions.AI;
using PromptLab.Planner.Models;
using PromptLab.Workflows.Executions;

namespace PromptLab.Planner.Executions;

/// <summary>Everything that a run needs to ask its model.</summary>
/// <param name="Model">The provider that is asked, by itself.</param>
/// <param name="ModelId">Of the provider; another one than the configured one has no known prices.</param>
/// <param name="Fallback">Answers when that one fails; null for none.</param>
internal sealed record ExecutionJob(ExecutionPlan.Ready Plan, ChatModel Model, string ModelId, ChatModel? Fallback)
{
    public IReadOnlyList<ChatMessage> Messages() => Plan.Prompt.SystemPrompt is { } system
        ? [new(ChatRole.System, system), new(ChatRole.User, Plan.Prompt.Content)]
        : [new(ChatRole.User, Plan.Prompt.Content)];

    public ChatOptions Options() => new()
    {
        ModelId = ModelId,
        Temperature = Plan.Parameters.Temperature,
        MaxOutputTokens = Plan.Parameters.MaxTokens,
        TopP = Plan.Parameters.TopP,
        StopSequences = Plan.Parameters.Stop is { Count: > 0 } stop ? [.. stop] : null,
    };
}
