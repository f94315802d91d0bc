using System.Text.Json;
using PromptLab.Host.Chat;
using PromptLab.Host.Doors;
using PromptLab.Planner.Turns;

namespace PromptLab.Host.OpenAi;

/// <summary>Reads the events of a turn as one text: the answer, then what its cards add, then what is to be known of it.</summary>
internal sealed class CompletionFold(Uri origin)
{
    private readonly List<JsonElement> _cards = [];
    private readonly List<(string Code, string Text)> _notices = [];
    private bool _hasText;
    private bool _hasFigures;

    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    public string? Outcome { get; private set; }

    /// <summary>What waits for a yes; null when nothing does.</summary>
    public Guid? PendingAction { get; private set; }

    /// <summary>Why there is no whole answer, or null.</summary>
    public ChatError? Error { get; private set; }

    /// <summary>The text that the event adds; empty for none.</summary>
    public string Take(TurnEvent item)
    {
        var json = JsonElement.Parse(item.Json);
        switch (item.Type)
        {
            case TurnEventType.TextMessageStart when _hasText:
                return "\n\n";
            case TurnEventType.TextMessageContent:
                _hasText = true;
                return json.GetProperty("delta").GetString()!;
            case TurnEventType.StateSnapshot:
                _hasFigures = true;
                return "";
            case TurnEventType.Custom:
                Keep(json.GetProperty("name").GetString(), json.GetProperty("value"));
                return "";
            case TurnEventType.RunFinished:
                return Finish(json);
            case TurnEventType.RunError:
                Error = new ChatError(json.GetProperty("code").GetString()!, json.GetProperty("message").GetString()!);
                return "";
            default:
                return "";
        }
    }

    private void Keep(string? name, JsonElement value)
    {
        if (name == "card")
        {
            _cards.Add(value);
        }
        else if (value.GetProperty("code").GetString()! is var code && !code.EndsWith("_wait", StringComparison.Ordinal))
        {
            _notices.Add((code, value.GetProperty("text").GetString()!));
        }
    }

    private string Finish(JsonElement finished)
    {
        Outcome = finished.GetProperty("result").GetProperty("outcome").GetString();
        if (finished.GetProperty("outcome").TryGetProperty("interrupts", out var interrupts))
        {
            PendingAction = interrupts[0].GetProperty("id").GetGuid();
        }

        if (finished.TryGetProperty("usage", out var usage))
        {
            InputTokens = usage.EnumerateArray().Sum(used => used.GetProperty("inputTokens").GetInt64());
            OutputTokens = usage.EnumerateArray().Sum(used => used.GetProperty("outputTokens").GetInt64());
        }

        return Rest();
    }

    private string Rest()
    {
        // Where the figures come from only matters below figures.
        var notices = _notices.Where(notice => _hasFigures || notice.Code != "demo_data").Select(notice => $"*{notice.Text}*");
        var rest = string.Join("\n\n", notices.Prepend(CardMarkdown.Of("", _cards, origin)).Where(part => part.Length > 0));
        return rest.Length > 0 && _hasText ? "\n\n" + rest : rest;
    }
}
