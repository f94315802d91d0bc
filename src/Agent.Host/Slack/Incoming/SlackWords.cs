using System.Net;
using System.Text.RegularExpressions;

namespace PromptLab.Host.Slack.Incoming;

/// <summary>A message as Slack writes it, as the person wrote it: without escapes, with the words of its links and names.</summary>
internal static partial class SlackWords
{
    /// <param name="bot">Slack's id of the agent, whose mention is left out; null when it is not known.</param>
    public static string Read(string text, string? bot)
    {
        if (bot is not null)
        {
            text = Regex.Replace(text, $@"<@{Regex.Escape(bot)}(\|[^>]*)?>", "", RegexOptions.None, TimeSpan.FromSeconds(1));
        }

        return WebUtility.HtmlDecode(Reference().Replace(text, Words)).Trim();
    }

    /// <summary>Whether it begins by addressing somebody else than the agent.</summary>
    public static bool IsToOthers(string text, string? bot) =>
        Addressee().Match(text) is { Success: true } match && match.Groups[1].Value != bot;

    private static string Words(Match match)
    {
        var (target, label) = (match.Groups["target"].Value, match.Groups["label"].Value);
        return target[0] switch
        {
            '@' => label.Length > 0 ? $"@{label}" : target,
            '#' => label.Length > 0 ? $"#{label}" : target,
            '!' => label.Length > 0 ? label : $"@{target[1..].Split('^')[0]}",
            _ => label.Length > 0 ? label : target,
        };
    }

    [GeneratedRegex(@"<(?<target>[@#!]?[^<>|\s][^<>|]*)(\|(?<label>[^<>]*))?>")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\s*<@([A-Z0-9]+)(\|[^>]*)?>")]
    private static partial Regex Addressee();
}
