namespace PromptLab.Planner.Planning;

/// <summary>
/// Takes the mark off the head of a model's reply ("[clarify] Which offer?"), while the reply is still streaming.
/// </summary>
internal sealed class OutcomeMark
{
    private const int LongestMark = 16;
    private static readonly string[] Marks =
        [PlannerOutcome.Clarify, PlannerOutcome.Refuse, PlannerOutcome.Help, PlannerOutcome.Smalltalk];

    private string _held = "";
    private bool _decided;
    private bool _isAtStart;

    /// <summary>The mark, once it was read; null for a reply without one.</summary>
    public string? Outcome { get; private set; }

    /// <summary>What of the reply may be shown now.</summary>
    public string Push(string delta)
    {
        if (_decided)
        {
            return _isAtStart ? Start(delta) : delta;
        }

        _held += delta;
        var text = _held.TrimStart();
        if (text.Length == 0 || (text[0] == '[' && !text.Contains(']', StringComparison.Ordinal) && text.Length <= LongestMark))
        {
            return "";
        }

        return Decide(text);
    }

    /// <summary>The rest, when the reply has ended before it could be decided.</summary>
    public string Flush() => _decided ? "" : Decide(_held.TrimStart());

    private string Decide(string text)
    {
        _decided = true;
        foreach (var mark in Marks)
        {
            if (text.Length > mark.Length + 1 && text[0] == '[' && text[mark.Length + 1] == ']'
                && text.AsSpan(1, mark.Length).Equals(mark, StringComparison.OrdinalIgnoreCase))
            {
                Outcome = mark;
                return Start(text[(mark.Length + 2)..]);
            }
        }

        return text;
    }

    /// <summary>The blanks between the mark and the reply may come in pieces of their own.</summary>
    private string Start(string text)
    {
        var trimmed = text.TrimStart();
        _isAtStart = trimmed.Length == 0;
        return trimmed;
    }
}
