using System.Diagnostics.CodeAnalysis;

namespace PromptLab.Data.Slack;

/// <summary>Where in Slack a conversation is held: a thread, or a direct chat without one.</summary>
/// <param name="Thread">Timestamp of the thread's first message; null for a direct chat as a whole.</param>
public sealed record SlackThread(string Team, string Channel, string? Thread)
{
    /// <summary>The door's name, in links and turns.</summary>
    public const string Door = "slack";

    private const string Mark = "app";

    /// <summary>As the links of conversations have it.</summary>
    public string OutsideId => Thread is null ? $"{Mark}/{Team}/{Channel}" : $"{Mark}/{Team}/{Channel}/{Thread}";

    public static bool TryParse(string outsideId, [NotNullWhen(true)] out SlackThread? thread)
    {
        thread = outsideId.Split('/') switch
        {
            [Mark, var team, var channel] => new SlackThread(team, channel, null),
            [Mark, var team, var channel, var first] => new SlackThread(team, channel, first),
            _ => null,
        };
        return thread is not null;
    }
}
