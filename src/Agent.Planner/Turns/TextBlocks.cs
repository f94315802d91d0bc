namespace PromptLab.Planner.Turns;

/// <summary>Cuts a finished answer at its blank lines, so that a long one arrives in pieces and a piece is whole Markdown.</summary>
internal static class TextBlocks
{
    public static IEnumerable<string> Of(string text)
    {
        var from = 0;
        while (from < text.Length)
        {
            var gap = text.IndexOf("\n\n", from, StringComparison.Ordinal);
            var to = gap < 0 || gap + 2 >= text.Length ? text.Length : gap + 2;
            yield return from == 0 && to == text.Length ? text : text[from..to];
            from = to;
        }
    }
}
