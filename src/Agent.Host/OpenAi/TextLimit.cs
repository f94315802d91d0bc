using System.Text;

namespace PromptLab.Host.OpenAi;

/// <summary>Ends an answer before a stop text, or after about as many tokens as the caller wants.</summary>
internal sealed class TextLimit(IReadOnlyList<string> stops, int? tokens)
{
    /// <summary>As models count them, roughly.</summary>
    private const int CharactersPerToken = 4;

    private readonly StringBuilder _text = new();
    private readonly long _most = tokens is { } number ? (long)number * CharactersPerToken : long.MaxValue;

    /// <summary>What may be a beginning of a stop text is held back so long.</summary>
    private string _held = "";

    /// <summary><c>stop</c>, or <c>length</c> when the answer was cut for its length.</summary>
    public string FinishReason { get; private set; } = "stop";

    private bool IsOver { get; set; }

    /// <summary>All that was let through.</summary>
    public string Text => _text.ToString();

    public string Admit(string text)
    {
        if (IsOver || text.Length == 0)
        {
            return "";
        }

        var waiting = _held + text;
        var end = stops.Select(stop => waiting.IndexOf(stop, StringComparison.Ordinal)).Where(at => at >= 0).DefaultIfEmpty(-1).Min();
        IsOver = end >= 0;
        var sure = IsOver ? end : waiting.Length - Doubtful(waiting);
        _held = IsOver ? "" : waiting[sure..];
        return Cut(waiting[..sure]);
    }

    /// <summary>What was held back, now that nothing follows.</summary>
    public string Flush()
    {
        var rest = IsOver ? "" : _held;
        _held = "";
        return Cut(rest);
    }

    /// <summary>How many characters at the end could begin a stop text.</summary>
    private int Doubtful(string text) => stops.Count == 0 ? 0 : stops.Max(stop =>
        Enumerable.Range(1, Math.Min(stop.Length - 1, text.Length)).LastOrDefault(length => text.EndsWith(stop[..length], StringComparison.Ordinal)));

    private string Cut(string text)
    {
        if (_text.Length + text.Length > _most)
        {
            text = Whole(text, (int)(_most - _text.Length));
            (IsOver, FinishReason) = (true, "length");
        }

        _text.Append(text);
        return text;
    }

    /// <summary>Not cut within a character.</summary>
    private static string Whole(string text, int length) => text[..(length > 0 && char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
