using PromptLab.Planner.Conversations;
using PromptLab.Planner.Models;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning;

/// <summary>Everything a planner knows of a turn.</summary>
/// <param name="SystemPrompt">The rendered agent prompt.</param>
/// <param name="History">Earlier messages, oldest first, already bounded.</param>
/// <param name="Message">The person's new message.</param>
public sealed record PlannerTurn(
    string SystemPrompt,
    ConversationState State,
    IReadOnlyList<PlannerMessage> History,
    string Message,
    ChatModel Model,
    ToolContext Tools,
    int MaxToolCalls,
    int MaxTokens);
