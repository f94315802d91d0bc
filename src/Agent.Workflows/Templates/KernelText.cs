using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PromptLab.Workflows.Templates;

/// <summary>
/// Our texts in the template language of Semantic Kernel and back: <c>{{name}}</c> is <c>{{$name}}</c> there, literal braces are quoted, and a system
/// prompt is a message tag with escaped text
/// (https://learn.microsoft.com/semantic-kernel/concepts/prompts/prompt-template-syntax).
/// </summary>
internal static partial class KernelText
{
    private const string QuotedOpen = """{{ "{{" }}""";

    public static string Write(TemplateBody body) => body.SystemPrompt is { } system
        ? $"<message role=\"system\">{Encode(Text(system))}</message>\n<message role=\"user\">{Encode(Text(body.Content))}</message>"
        : Text(body.Content);

    /// <exception cref="FormatException">It calls a function or holds something else that a template here cannot do.</exception>
    public static (string? SystemPrompt, string Content) Read(string template) => Messages().Match(template) is { Success: true } messages
        ? (Content(WebUtility.HtmlDecode(messages.Groups["system"].Value)), Content(WebUtility.HtmlDecode(messages.Groups["user"].Value)))
        : (null, Content(template));

    private static string Text(string text) => string.Concat(PlaceholderText.Parse(text).Parts.Select(part => part.IsVariable
        ? $"{{{{${part.Text}}}}}"
        : part.Text.Replace("{{", QuotedOpen, StringComparison.Ordinal)));

    // Braces and quotes are the template language's and stay readable.
    private static string Encode(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Content(string text)
    {
        var content = new StringBuilder();
        var end = 0;
        foreach (Match block in Blocks().Matches(text))
        {
            content.Append(Literal(text[end..block.Index]));
            content.Append(block.Groups["name"] is { Success: true } name ? $"{{{{{name.Value}}}}}" : PlaceholderText.Escape(block.Groups["braces"].Value));
            end = block.Index + block.Length;
        }

        return content.Append(Literal(text[end..])).ToString();
    }

    private static string Literal(string text) => text.Contains("{{", StringComparison.Ordinal)
        ? throw new FormatException("its template has {{…}} that is no variable ({{$name}})")
        : PlaceholderText.Escape(text);

    [GeneratedRegex("""\{\{\s*(?:\$(?<name>[A-Za-z0-9_]+)|["'](?<braces>\{\{|\}\})["'])\s*\}\}""", RegexOptions.CultureInvariant)]
    private static partial Regex Blocks();

    [GeneratedRegex("""^\s*<message role="system">(?<system>[^<]*)</message>\s*<message role="user">(?<user>[^<]*)</message>\s*$""", RegexOptions.CultureInvariant)]
    private static partial Regex Messages();
}
