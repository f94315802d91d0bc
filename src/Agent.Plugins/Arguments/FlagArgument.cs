namespace PromptLab.Plugins.Arguments;

internal static class FlagArgument
{
    private static readonly HashSet<string> No = new(StringComparer.OrdinalIgnoreCase) { "false", "no", "none", "off", "0", "nee", "nein", "non" };

    /// <summary>Whether the argument was given and is not a "no"; "previous period" for <c>compare</c> means yes.</summary>
    public static bool Read(RequestDraft draft, string argument)
    {
        var isSet = draft.Given.Text(argument) is { } text && !No.Contains(text);
        if (isSet)
        {
            draft.Settle(argument, true);
        }

        return isSet;
    }
}
