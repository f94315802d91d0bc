using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PromptLab.Planner.Conversations;
using PromptLab.Planner.Offline.State;

namespace PromptLab.Planner.Offline.Turns;

/// <summary>"Next page" and "page 3" while conversions are on the screen; "page" on its own means landing pages anywhere else.</summary>
internal static partial class ConversionPages
{
    private const string Tool = "view_conversions";
    private const string Page = "page";

    /// <summary>Null when the message is about something else.</summary>
    public static Decision.Call? Read(string text, ConversationView view)
    {
        if (view.Last is not { Tool: Tool } shown || Turn().Match(text) is not { Success: true } said)
        {
            return null;
        }

        var now = shown.Args[Page]?.GetValueKind() == System.Text.Json.JsonValueKind.Number ? shown.Args[Page]!.GetValue<int>() : 1;
        var page = said.Groups["number"] is { Success: true, Value: var number } ? int.Parse(number, CultureInfo.InvariantCulture)
            : said.Groups["back"].Success ? Math.Max(1, now - 1)
            : now + 1;
        var arguments = (JsonObject)shown.Args.DeepClone();
        arguments[Page] = page;
        return new Decision.Call(Tool, arguments);
    }

    [GeneratedRegex(
        """
        ^\s*(?:(?:show|go\s+to|and|please|toon|zeig|montre|muestra)\s+)*(?:the\s+|de\s+|die\s+|la\s+)?(?:
            (?:page|pagina|seite|página)\s+(?<number>\d{1,5})
            | (?:next|volgende|nächste|siguiente)(?:\s+(?:page|pagina|seite|página))?
            | (?:page\s+suivante|página\s+siguiente)
            | (?<back>(?:previous|vorige|vorherige|anterior)(?:\s+(?:page|pagina|seite|página))|page\s+précédente|página\s+anterior)
        )(?:\s+(?:please|graag|bitte))?\s*[.!?]*\s*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Turn();
}
