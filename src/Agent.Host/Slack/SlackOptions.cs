using System.ComponentModel.DataAnnotations;

namespace PromptLab.Host.Slack;

/// <summary>Section <c>Slack</c>: the app of a Slack workspace. Without secret and token there is none.</summary>
public sealed class SlackOptions
{
    public const string Section = "Slack";

    /// <summary>Proves that a request comes from Slack; never logged.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>What the app writes with, <c>xoxb-…</c>; never logged.</summary>
    public string? BotToken { get; set; }

    public Uri ApiUrl { get; set; } = new("https://slack.com/api/");

    /// <summary>Where people open the chat page; downloads are linked to it. Without it that is <c>Server:PublicAddress</c>, and without both they are told to open the page.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>Which user of this service somebody in Slack is: <c>Slack:Users:U0123=anna</c>.</summary>
    public Dictionary<string, string> Users { get; } = new(StringComparer.Ordinal);

    /// <summary>Between two writes to one channel; Slack allows about one a second.</summary>
    [Range(typeof(TimeSpan), "00:00:00.010", "00:01:00", ErrorMessage = "Slack:Pace must be from 00:00:00.010 to 00:01:00.")]
    public TimeSpan Pace { get; set; } = TimeSpan.FromSeconds(1.1);

    public bool IsConfigured => !string.IsNullOrEmpty(SigningSecret) && !string.IsNullOrEmpty(BotToken);

    /// <summary>Who that is here: as mapped, otherwise a user of their own.</summary>
    public string Owner(string team, string user) => Users.TryGetValue(user, out var owner) ? owner : $"slack:{team}:{user}";
}
