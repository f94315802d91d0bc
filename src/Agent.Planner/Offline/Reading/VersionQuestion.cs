using System.Text.RegularExpressions;
using PromptLab.Planner.Offline.Replies;
using PromptLab.Planner.Offline.State;
using PromptLab.Planner.Offline.Turns;

namespace PromptLab.Planner.Offline.Reading;

/// <summary>"Which version answered that?" behind the output of a template, whose first line says it.</summary>
internal static partial class VersionQuestion
{
    private const string Tool = "run_template";

    /// <summary>Null when something else is asked.</summary>
    public static Decision? Read(string text, ConversationView view)
    {
        if (view.Base is not { Tool: Tool } last || view.IsAwaitingAnswer || !Question().IsMatch(text))
        {
            return null;
        }

        var line = FirstLine().Match(view.LastReply);
        return line.Success
            ? ReplyTexts.AnsweredBy(line.Groups["name"].Value, line.Groups["version"].Value, line.Groups["who"].Value)
            : ReplyTexts.AnsweredEarlier(last.Args["template"]?.ToString() ?? "");
    }

    [GeneratedRegex("""^\s*(?:and\s+|so\s+)?(?:which|what)\s+(?:prompt\s+|template\s+)?(?:version|model|provider)\b.{0,40}\b(?:answered|wrote|made|gave|produced|said|ran|was|is)\b[^,;]{0,30}$""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Question();

    [GeneratedRegex("""^\*(?<name>.+) · version (?<version>\d+) · (?<who>[^*]+)\*""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex FirstLine();
}
