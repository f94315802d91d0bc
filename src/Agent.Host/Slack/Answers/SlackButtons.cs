namespace PromptLab.Host.Slack.Answers;

/// <summary>The <c>action_id</c> of the buttons.</summary>
internal static class SlackButtons
{
    /// <summary>Its value is the pending action's id.</summary>
    public const string Confirm = "confirm";

    public const string Cancel = "cancel";

    /// <summary>Begins those under a question; the value is what is then said.</summary>
    public const string Choice = "choice";
}
