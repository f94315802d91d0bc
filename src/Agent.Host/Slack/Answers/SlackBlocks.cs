using System.Text.Json.Nodes;
using PromptLab.Host.Deliveries;

namespace PromptLab.Host.Slack.Answers;

/// <summary>The blocks of one message, within Slack's limits (https://docs.slack.dev/reference/block-kit/blocks).</summary>
internal sealed class SlackBlocks
{
    public const int LongestText = 3000;
    private const int MostBlocks = 50;
    private const int MostText = 12_000;
    private const int LongestButton = 75;
    private const int LongestValue = 2000;
    private const int MostButtons = 25;

    private readonly List<JsonObject> _blocks = [];
    private int _text;
    private bool _isCut;

    public bool IsEmpty => _blocks.Count == 0;

    /// <summary>A text of any length, in as many sections as it takes.</summary>
    public void Section(string mrkdwn)
    {
        var rest = mrkdwn.Trim('\n');
        while (rest.Length > 0)
        {
            var end = rest.Length <= LongestText ? rest.Length : Break(rest);
            Add(new JsonObject { ["type"] = "section", ["text"] = Part("mrkdwn", rest[..end]) }, end);
            rest = rest[end..].TrimStart('\n', ' ');
        }
    }

    /// <summary>A small grey line.</summary>
    public void Context(string mrkdwn) =>
        Add(new JsonObject { ["type"] = "context", ["elements"] = new JsonArray(Part("mrkdwn", mrkdwn.Length <= LongestText ? mrkdwn : mrkdwn[..Break(mrkdwn)])) }, mrkdwn.Length);

    public void Divider() => Add(new JsonObject { ["type"] = "divider" }, 0);

    /// <summary>Buttons in a row. What one says is cut, what one means never: a button that could not carry it is left out.</summary>
    public void Buttons(IEnumerable<(string Id, string Label, string Value, string? Style)> buttons)
    {
        var elements = new JsonArray([.. buttons.Where(button => button.Value.Length is > 0 and <= LongestValue).Take(MostButtons).Select(Button)]);
        if (elements.Count > 0)
        {
            Add(new JsonObject { ["type"] = "actions", ["elements"] = elements }, 0);
        }
    }

    /// <summary>The sections alone.</summary>
    public string Text => string.Join('\n', _blocks.Where(block => block["type"]!.GetValue<string>() == "section").Select(block => block["text"]!["text"]!.GetValue<string>()));

    public JsonArray ToJson() => new([.. _blocks]);

    private static JsonObject Button((string Id, string Label, string Value, string? Style) button)
    {
        var json = new JsonObject
        {
            ["type"] = "button",
            ["action_id"] = button.Id,
            ["text"] = Part("plain_text", SlackText.Plain(button.Label, LongestButton)),
            ["value"] = button.Value,
        };
        if (button.Style is { } style)
        {
            json["style"] = style;
        }

        return json;
    }

    /// <summary>The end of a line, otherwise of a word, and never within an escape or a link.</summary>
    private static int Break(string text)
    {
        var line = text.LastIndexOf('\n', LongestText - 1);
        if (line > LongestText / 2)
        {
            return line;
        }

        var word = text.LastIndexOf(' ', LongestText - 1);
        var end = word > LongestText / 2 ? word : LongestText - 10;
        var (open, close) = (text.LastIndexOf('<', end - 1), text.LastIndexOf('>', end - 1));
        var escape = text.LastIndexOf('&', end - 1);
        return open > close && open > 0 ? open : escape > end - 6 && escape > 0 ? escape : end;
    }

    private void Add(JsonObject block, int length)
    {
        if (_isCut)
        {
            return;
        }

        _isCut = _blocks.Count == MostBlocks - 1 || _text + length > MostText;
        _blocks.Add(_isCut ? Cut() : block);
        _text += length;
    }

    private static JsonObject Cut() => new()
    {
        ["type"] = "context",
        ["elements"] = new JsonArray(Part("mrkdwn", "The rest is too long for Slack; the whole answer stands in the chat page.")),
    };

    private static JsonObject Part(string type, string text) => new() { ["type"] = type, ["text"] = text };
}
