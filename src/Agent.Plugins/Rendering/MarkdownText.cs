using System.Buffers;
using System.Text;

namespace PromptLab.Plugins.Rendering;

/// <summary>Text of others as text: a name can hold no formatting, link, table cell or line of its own.</summary>
public static class MarkdownText
{
    private const int Longest = 160;
    private const string Special = "\\`*_[]<>|~@";
    private static readonly SearchValues<char> Suspicious = SearchValues.Create(Special + "&:#-.");

    public static string Escape(string text)
    {
        if (text.Length <= Longest && !text.AsSpan().ContainsAny(Suspicious) && text.All(IsOrdinary))
        {
            return text;
        }

        var escaped = new StringBuilder(text.Length + 16);
        Append(escaped, text);
        return escaped.ToString();
    }

    public static void Append(StringBuilder builder, string text)
    {
        var length = Math.Min(text.Length, Longest);
        for (var at = 0; at < length; at++)
        {
            Append(builder, text, at);
        }

        if (length < text.Length)
        {
            builder.Append('…');
        }
    }

    private static void Append(StringBuilder builder, string text, int at)
    {
        var letter = text[at];
        if (char.IsControl(letter) || letter is '\u2028' or '\u2029')
        {
            builder.Append(' ');
        }
        else if (!IsInvisible(letter))
        {
            if (IsSpecial(text, at))
            {
                builder.Append('\\');
            }

            builder.Append(letter);
        }
    }

    private static bool IsSpecial(string text, int at) => text[at] switch
    {
        '#' or '-' => at == 0,
        '.' => EndsWith(text, at, "www") || (at > 0 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0),
        ':' => (at + 1 < text.Length && text[at + 1] == '/') || EndsWith(text, at, "mailto") || EndsWith(text, at, "xmpp"),
        '&' => at + 1 < text.Length && (text[at + 1] == '#' || char.IsAsciiLetter(text[at + 1])),
        var letter => Special.Contains(letter, StringComparison.Ordinal),
    };

    private static bool EndsWith(string text, int end, string word) => text.AsSpan(0, end).EndsWith(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsOrdinary(char letter) => letter < '\u2000' && !char.IsControl(letter);

    // Direction marks and joiners could make a name read as something else.
    private static bool IsInvisible(char letter) => letter is (>= '\u200b' and <= '\u200f') or (>= '\u202a' and <= '\u202e') or (>= '\u2060' and <= '\u2069') or '\ufeff';
}
