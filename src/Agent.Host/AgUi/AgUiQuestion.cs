using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PromptLab.Host.Chat;
using PromptLab.Host.Doors;
using PromptLab.Host.Problems;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.AgUi;

/// <summary>What a run asks: the last message, or answers to interrupts.</summary>
internal sealed record AgUiQuestion(string Thread, string Run, string Text, IReadOnlyList<InterruptAnswer>? Answers)
{
    private const int MostAnswers = 20;

    /// <summary>The same run is the same turn. A client that uses one run id for different questions means different runs.</summary>
    public string Key => "agui:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{Thread}\n{Run}\n{Text}\n{string.Join(',', Answers?.Select(answer => $"{answer.Id}={answer.IsConfirmed}") ?? [])}")));

    public static (ProblemHttpResult? Problem, AgUiQuestion? Question) Read(RunAgentInput input)
    {
        if (input.ThreadId is not { Length: > 0 and <= DoorConversations.LongestId } thread)
        {
            return (ApiProblem.Invalid("thread_invalid", "threadId", $"threadId has 1 to {DoorConversations.LongestId} characters."), null);
        }

        if (input.RunId is not { Length: > 0 and <= DoorConversations.LongestId } run)
        {
            return (ApiProblem.Invalid("run_invalid", "runId", $"runId has 1 to {DoorConversations.LongestId} characters."), null);
        }

        return input.Resume is { Count: > 0 } resume ? Resumed(thread, run, resume) : Asked(thread, run, input.Messages ?? []);
    }

    private static (ProblemHttpResult?, AgUiQuestion?) Resumed(string thread, string run, IReadOnlyList<AgUiResume?> resume)
    {
        var answers = resume.Select(entry => entry?.ToAnswer()).ToList();
        return resume.Count > MostAnswers || answers.Contains(null)
            ? (ApiProblem.Invalid("resume_invalid", "resume", "Each entry has an interruptId and a payload of {\"confirmed\": true} or {\"confirmed\": false}."), null)
            : (null, new AgUiQuestion(thread, run, ChatResume.Words(answers!), answers!));
    }

    private static (ProblemHttpResult?, AgUiQuestion?) Asked(string thread, string run, IReadOnlyList<AgUiMessage?> messages) =>
        messages is not [.., { Role: "user" } last] ? (ApiProblem.Invalid("question_missing", "messages", "The last message must be the user's."), null)
        : MessageText.Read(last.Content) is not { } text ? (ApiProblem.Invalid("content_not_supported", "messages", "Only text is read: content is a string, or parts of type text."), null)
        : (null, new AgUiQuestion(thread, run, text, null));
}
