namespace PromptLab.Plugins.Arguments;

internal static class TextArgument
{
    /// <summary>The text without quotes around it; null when it was not given, which is asked about when there is a question.</summary>
    public static string? Read(RequestDraft draft, string argument, string? missing = null)
    {
        var text = draft.Given.Text(argument) is { } given ? Unquote(given) : null;
        if (!string.IsNullOrEmpty(text))
        {
            draft.Settle(argument, text);
            return text;
        }

        if (missing is not null)
        {
            draft.Ask(argument, missing);
        }

        return null;
    }

    private static string Unquote(string text) =>
        text.Length > 1 && text[0] is '"' or '“' && text[^1] is '"' or '”' ? text[1..^1].Trim() : text;
}
