using System.Text.Json;
using PromptLab.Data.Conversations;
using PromptLab.Planner.Planning;

namespace PromptLab.Planner.Conversations;

/// <summary>
/// The earlier messages that a model is shown: the newest within a budget of characters. Answers are cut to their first line,
/// which names the request; their figures stay out of the prompt, and what they settled is in the conversation's state.
/// </summary>
internal static class PromptHistory
{
    private const int LongestQuestion = 600;

    public static IReadOnlyList<PlannerMessage> Of(IReadOnlyList<MessageRow> recent, int maxCharacters)
    {
        var kept = new List<PlannerMessage>(recent.Count);
        var left = maxCharacters;
        for (var i = recent.Count - 1; i >= 0; i--)
        {
            var message = ToPrompt(recent[i]);
            left -= message.Text.Length;
            if (left < 0)
            {
                break;
            }

            kept.Add(message);
        }

        kept.Reverse();
        return kept;
    }

    private static PlannerMessage ToPrompt(MessageRow message)
    {
        var isUser = message.Role == MessageRole.User;
        var text = isUser || message.Outcome is not (PlannerOutcome.Answer or PlannerOutcome.ConfirmYes) ? Cut(message.Text, LongestQuestion) : FirstLine(message.Text);
        return new PlannerMessage(isUser, isUser ? text : text + Choices(message));
    }

    private static string FirstLine(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return Cut(end < 0 ? text : text[..end], LongestQuestion);
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length] + "…";

    /// <summary>"The second one" only makes sense beside the choices that were shown.</summary>
    private static string Choices(MessageRow message)
    {
        if (message.Cards is null || message.Outcome != PlannerOutcome.Clarify)
        {
            return "";
        }

        using var cards = JsonDocument.Parse(message.Cards);
        var labels = cards.RootElement.EnumerateArray()
            .Where(card => card.GetProperty("kind").ValueEquals(QuestionCard.Kind))
            .SelectMany(card => card.GetProperty("data").GetProperty("choices").EnumerateArray())
            .Select((choice, index) => $"\n{index + 1}. {choice.GetProperty("label").GetString()}");
        return string.Concat(labels);
    }
}
