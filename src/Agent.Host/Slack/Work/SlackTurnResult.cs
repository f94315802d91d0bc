using PromptLab.Host.Chat;

namespace PromptLab.Host.Slack.Work;

/// <summary>What came of asking the agent.</summary>
internal abstract record SlackTurnResult
{
    private SlackTurnResult()
    {
    }

    public sealed record Answered(ChatReply Reply) : SlackTurnResult;

    /// <summary>The conversation is answering something else, or the person has asked much: it is asked again.</summary>
    public sealed record Later(TimeSpan Wait) : SlackTurnResult;

    /// <param name="Text">Why it is not answered.</param>
    public sealed record Refused(string Text) : SlackTurnResult;
}
