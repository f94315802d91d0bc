using System.ComponentModel;

namespace PromptLab.Host.Chat;

/// <param name="ConversationId">A conversation of the caller's; missing starts a new one.</param>
/// <param name="Message">What the person says, in plain language.</param>
public sealed record ChatRequest(
    [property: Description("A conversation of yours; leave it out to start a new one.")] Guid? ConversationId,
    [property: Description("What you want to know or have done, in plain language.")] string? Message)
{
    [Description("Runs one tool with these arguments instead of asking a model; `message` may say in words what is meant.")]
    public ChatCall? Call { get; init; }

    [Description("Answers to the interrupts that the conversation's last turn ended with, instead of a message.")]
    public IReadOnlyList<ResumeEntry>? Resume { get; init; }
}
