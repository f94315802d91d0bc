using PromptLab.Planner.Conversations;
using PromptLab.Planner.Models;
using PromptLab.Planner.Prompts;
using PromptLab.Plugins.Tools;

namespace PromptLab.Planner.Planning;

/// <summary>Everything a planner knows of a turn.</summary>
/// <param name="Prompt">The version of the agent prompt that serves the conversation.</param>
/// <param name="History">Earlier messages, oldest first, already bounded.</param>
/// <param name="Message">The person's new message.</param>
public sealed record PlannerTurn(
    PromptVersion Prompt,
    ConversationState State,
    IReadOnlyList<PlannerMessage> History,
    string Message,
    ChatModel Model,
    ToolContext Tools,
    int MaxToolCalls,
    int MaxTokens);
