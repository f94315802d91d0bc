using System.Text;
using PromptLab.Host.Deliveries;

namespace PromptLab.Host.Slack.Answers;

/// <summary>One line of Markdown as Slack's mrkdwn, or as plain text. What is no markup is escaped, so that no name can mention people.</summary>
internal sealed class SlackInline
{
    private readonly StringBuilder _text = new();
    private readonly string _line;
    private readonly bool _isPlain;
    private int _at;

    private SlackInline(string line, bool isPlain) => (_line, _isPlain) = (line, isPlain);

    public static string Write(string markdown) => new SlackInline(markdown, isPlain: false).Run();

    /// <summary>Without markup, and not escaped.</summary>
    public static string Plain(string markdown) => new SlackInline(markdown, isPlain: true).Run();

    private string Run()
    {
        while (_at < _line.Length)
        {
            Next(_line[_at]);
        }

        return _text.ToString();
    }

    private void Next(char letter)
    {
        switch (letter)
        {
            case '\\' when _at + 1 < _line.Length && char.IsAsciiLetterOrDigit(_line[_at + 1]) is false && _line[_at + 1] != ' ':
                Literal(_line[_at + 1].ToString(), 2);
                break;
            case '`' when _line.IndexOf('`', _at + 1) is var end and > 0:
                Code(_line[(_at + 1)..end], end);
                break;
            case '*' or '_' or '~' when IsDouble(letter):
                Markup(letter == '~' ? '~' : '*', 2);
                break;
            case '*' or '_' when IsEmphasis():
                Markup('_', 1);
                break;
            case '[' when Link() is { } link:
                Link(link);
                break;
            case '<' when Address() is { } address:
                Link((address, address, _line.IndexOf('>', _at) + 1));
                break;
            default:
                Literal(letter.ToString(), 1);
                break;
        }
    }

    private bool IsDouble(char letter) => _at + 1 < _line.Length && _line[_at + 1] == letter;

    /// <summary>A star or line between spaces, or a line within a word, is itself.</summary>
    private bool IsEmphasis()
    {
        var (before, after) = (_at > 0 ? _line[_at - 1] : ' ', _at + 1 < _line.Length ? _line[_at + 1] : ' ');
        return !(before == ' ' && after == ' ') && !(_line[_at] == '_' && char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after));
    }

    private (string Label, string Url, int End)? Link()
    {
        var middle = _line.IndexOf("](", _at, StringComparison.Ordinal);
        var end = middle < 0 ? -1 : _line.IndexOf(')', middle);
        return end < 0 || !IsAddress(_line[(middle + 2)..end]) ? null : (Plain(_line[(_at + 1)..middle]), _line[(middle + 2)..end], end + 1);
    }

    private string? Address() =>
        _line.IndexOf('>', _at) is var end and > 0 && IsAddress(_line[(_at + 1)..end]) ? _line[(_at + 1)..end] : null;

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" or "mailto" && !text.AsSpan().ContainsAny("<>| ");

    private void Link((string Label, string Url, int End) link)
    {
        _text.Append(_isPlain ? link.Label : $"<{Escape(link.Url)}|{Escape(link.Label.Replace('|', '/'))}>");
        _at = link.End;
    }

    private void Code(string code, int end)
    {
        _text.Append(_isPlain ? code : $"`{Escape(code)}`");
        _at = end + 1;
    }

    private void Markup(char mark, int length)
    {
        if (!_isPlain)
        {
            _text.Append(mark);
        }

        _at += length;
    }

    private void Literal(string letter, int length)
    {
        _text.Append(_isPlain ? letter : Escape(letter));
        _at += length;
    }

    private static string Escape(string text) => SlackText.Escape(text, int.MaxValue);
}
