using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Problems;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.Chat;

/// <summary>Reads the answers to interrupts out of a chat request.</summary>
internal static class ChatResume
{
    private const int Most = 20;

    /// <summary>The problem, or the answers; neither when the request is a message.</summary>
    public static (ProblemHttpResult? Problem, IReadOnlyList<InterruptAnswer>? Answers) Read(ChatRequest body)
    {
        if (body.Resume is not { Count: > 0 } entries)
        {
            return (null, null);
        }

        if (body.ConversationId is null)
        {
            return (ApiProblem.Invalid("conversation_missing", "conversation_id", "resume needs the conversation whose turn asked."), null);
        }

        var answers = entries.Select(entry => entry.ToAnswer()).ToList();
        return entries.Count > Most || answers.Contains(null)
            ? (ApiProblem.Invalid("resume_invalid", "resume", "Each entry has an interrupt_id and a payload of {\"confirmed\": true} or {\"confirmed\": false}."), null)
            : (null, answers!);
    }

    /// <summary>What stands in the conversation for a button that was pressed.</summary>
    public static string Words(IReadOnlyList<InterruptAnswer> answers) =>
        answers.All(answer => answer.IsConfirmed) ? "Confirm"
        : answers.Any(answer => answer.IsConfirmed) ? "Confirm some, cancel the others"
        : "Cancel";
}
