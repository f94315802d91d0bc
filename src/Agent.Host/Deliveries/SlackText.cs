using System.Text;

namespace PromptLab.Host.Deliveries;

/// <summary>Text as Slack's mrkdwn has it: its three control characters are escaped, so that no name can mention people or make a link.</summary>
internal static class SlackText
{
    private const string Cut = "…";

    /// <param name="longest">In characters as Slack counts them, escapes included.</param>
    public static string Escape(string text, int longest)
    {
        var escaped = new StringBuilder(Math.Min(text.Length, longest) + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            var length = escaped.Length;
            Append(escaped, rune);
            if (escaped.Length > longest)
            {
                return TrimTo(escaped, length, longest);
            }
        }

        return escaped.ToString();
    }

    /// <summary>Plain text is not escaped, only cut.</summary>
    public static string Plain(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 2]) ? longest - 2 : longest - 1)] + Cut;

    private static void Append(StringBuilder escaped, Rune rune) => _ = rune.Value switch
    {
        '&' => escaped.Append("&amp;"),
        '<' => escaped.Append("&lt;"),
        '>' => escaped.Append("&gt;"),
        _ => escaped.Append(rune.ToString()),
    };

    /// <summary>Makes room for the mark without cutting an escape in two.</summary>
    private static string TrimTo(StringBuilder escaped, int length, int longest)
    {
        while (length > longest - Cut.Length)
        {
            var last = escaped[length - 1] == ';' ? escaped.ToString(0, length).LastIndexOf('&') : length - 1;
            length = last < 0 || length - last > 5 ? length - 1 : last;
        }

        return escaped.ToString(0, length) + Cut;
    }
}
